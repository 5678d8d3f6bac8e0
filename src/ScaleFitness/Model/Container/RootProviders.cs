using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Lifetimes;
using ScaleFitness.Model.Services;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Container;

/// <summary>Tells the root provider, which lives as long as the process, from those of scopes.</summary>
public sealed class RootProviders
{
    private readonly CodeModel _code;
    private readonly CallIndex _index;
    private readonly Provenance _provenance;
    private readonly LongLivedTypes _longLived;
    private readonly HashSet<SourceFunction> _factories;

    internal RootProviders(CodeModel code, CallIndex index, Provenance provenance, LongLivedTypes longLived, ServiceGraph services)
    {
        _code = code;
        _index = index;
        _provenance = provenance;
        _longLived = longLived;
        _factories = services.Registrations.Where(r => r is { Lifetime: Lifetime.Singleton, Factory: not null }).Select(r => r.Factory!).ToHashSet();
    }

    /// <summary>Whether the value is the root provider, whatever the way it came.</summary>
    public bool IsRoot(Value provider) => IsRoot(provider, []);

    private bool IsRoot(Value provider, HashSet<FieldDefinition> seen)
    {
        var origins = _provenance.Of(provider);
        return origins.Count > 0 && origins.All(o => o is FieldValue { Definition: { IsStatic: true } kept } ? seen.Add(kept) && IsSetToRoot(kept, seen) : IsRootAtSource(o));
    }

    /// <summary>A locator: what start-up puts into a static property.</summary>
    private bool IsSetToRoot(FieldDefinition field, HashSet<FieldDefinition> seen)
    {
        if (field.Property?.Setter is not { } setter)
            return false;
        var set = _index.Mentioning(setter.Name).SelectMany(f => _code.BodyOf(f).Calls).Where(c => _code.Program.Find(c.Method) == setter).ToList();
        return set.Count > 0 && set.All(c => IsRoot(c.Arguments[^1], seen));
    }

    private bool IsRootAtSource(Value value) => value switch
    {
        CallValue { Call.Method: var method } =>
            method.Name is "get_Services" && (method.DeclaringType.FullName is ServiceSymbols.WebApplication or ServiceSymbols.Host or ServiceSymbols.WebHost || _code.Program.Derives(method.DeclaringType, ServiceSymbols.Host))
            || method.Is(ServiceSymbols.ApplicationBuilder, "get_ApplicationServices") || method.Is(ServiceSymbols.RouteBuilder, "get_ServiceProvider") || method.Name == "BuildServiceProvider",
        ArgumentValue { IsThis: false, Type.FullName: ServiceSymbols.Provider, Function: var function } =>
            _factories.Contains(function) || function.Method.IsConstructor && IsMadeOnce(function.Method.DeclaringType),
        _ => false,
    };

    private bool IsMadeOnce(TypeDefinition type) => _longLived.Registered(type) is not null && _longLived.Of(type) is not null;
}
