using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Model.Services;

/// <summary>How the composed container makes what is registered: which constructor it chose, and what that takes; of libraries' types too.</summary>
public sealed class Constructions
{
    private readonly CodeModel _code;
    private readonly Dictionary<string, ComposedConstruction> _byType = new(StringComparer.Ordinal);

    internal Constructions(CodeModel code, ComposedHost? host)
    {
        _code = code;
        foreach (var construction in host?.Constructions ?? [])
            _byType.TryAdd(construction.Type.FullName, construction);
    }

    /// <summary>How a registered type is made; null where the host did not say, or nothing is taken and nothing disposed of.</summary>
    public ComposedConstruction? Of(TypeRef implementation) => _byType.GetValueOrDefault(implementation.FullName);

    /// <summary>The app's constructor that the container chose; null for a library's, and where the host did not say.</summary>
    internal MethodDefinition? ConstructorOf(TypeRef implementation) =>
        Of(implementation) is { } construction ? HostSymbols.DefinitionOf(_code, construction.Constructor) : null;
}
