using System.Collections.Concurrent;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Calls;

/// <summary>Which functions calls of a method may run, whatever they are called on.</summary>
/// <param name="Direct">The function that the method itself is, or null for a library's.</param>
/// <param name="Overrides">What a virtual call may run; empty where that is too many to say.</param>
/// <param name="IsOpen">Whether overrides were left out, so that only what the call is seen being made on counts.</param>
/// <param name="IsHandedOn">Whether a library, or a facade of the app's own, may hand the call's arguments on to a handler.</param>
internal sealed record PossibleTargets(SourceFunction? Direct, IReadOnlyList<SourceFunction> Overrides, bool IsOpen, bool IsHandedOn);

/// <summary>Finds possible targets, once for a method.</summary>
internal sealed class PossibleTargetIndex
{
    private readonly CodeModel _code;
    private readonly Dispatch _dispatch;
    private readonly Dictionary<string, List<TypeDefinition>> _registered = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<MethodRef, PossibleTargets> _known = new(SameMethod.Comparer);

    /// <summary>Makes an index.</summary>
    /// <param name="code">The code.</param>
    /// <param name="dispatch">Resolves calls.</param>
    /// <param name="registered">Types that the container makes: a call on whatever they are registered for may run them.</param>
    public PossibleTargetIndex(CodeModel code, Dispatch dispatch, IEnumerable<TypeDefinition> registered)
    {
        _code = code;
        _dispatch = dispatch;
        foreach (var type in registered.Distinct())
            foreach (var name in MethodNames(type).Distinct())
                if (_registered.TryGetValue(name, out var types))
                    types.Add(type);
                else
                    _registered[name] = [type];
    }

    public PossibleTargets Of(MethodRef method) => _known.GetOrAdd(method, Find);

    private PossibleTargets Find(MethodRef method)
    {
        var definition = _code.Program.Find(method);
        var direct = definition is null ? null : _code.Folded.FunctionOf(definition);
        var isHandedOn = _dispatch.MayHandOn(method, definition is { HasBody: true });
        if (method.IsConstructor || !method.HasThis || definition is { IsVirtual: false })
            return new(direct, [], false, isHandedOn);
        var all = _dispatch.AllOverrides(method, out var isOpen);
        IEnumerable<SourceFunction> registered = _registered.TryGetValue(method.Name, out var types) ? _dispatch.On(types, method) : [];
        return new(direct, [.. all.Concat(registered).Distinct()], isOpen, isHandedOn);
    }

    private IEnumerable<string> MethodNames(TypeDefinition type)
    {
        for (var current = type; current is not null; current = _code.Program.Find(current.BaseType))
            foreach (var method in current.Methods)
            {
                yield return method.Name;
                foreach (var implemented in method.ExplicitlyImplements)
                    yield return implemented.Name;
            }
    }
}
