using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Model.EntryPoints;

/// <summary>What requests, background work and start-up reach.</summary>
public sealed class Reach
{
    private readonly Dictionary<EntryPointCategory, LazyReachability> _reached = [];
    private readonly Dictionary<SourceFunction, EntryPoint> _entries = new(ReferenceEqualityComparer.Instance);
    private readonly CallGraph _graph;
    private readonly CodeModel _code;
    private readonly ActivatedTypes _activated;

    internal Reach(CodeModel code, CallGraph graph, PossibleCalls possible, ServiceGraph services, IReadOnlyList<EntryPoint> entryPoints)
    {
        _code = code;
        _graph = graph;
        _activated = new(code.Program, services, entryPoints);
        foreach (var entry in entryPoints)
            _entries.TryAdd(entry.Function, entry);
        foreach (var category in Enum.GetValues<EntryPointCategory>())
            _reached[category] = new(code.Folded.FunctionCount, entryPoints.Where(e => e.Category == category).Select(e => e.Function), f => Possible(possible, f, category), f => Edges(f, category));
    }

    /// <summary>Functions that run on requests, nearest to an entry point first.</summary>
    public IEnumerable<SourceFunction> OnRequests => OnRequestsWhere(_ => true);

    /// <summary>Functions that run on requests and that a condition lets through, nearest to an entry point first. It costs what those cost that are let through.</summary>
    /// <param name="mayMatter">The condition; to be told from the names that a body mentions, not from what it does.</param>
    public IEnumerable<SourceFunction> OnRequestsWhere(Func<SourceFunction, bool> mayMatter) => _reached[EntryPointCategory.Request].Where(mayMatter);

    /// <summary>Functions that run on requests or in the background, those on requests first.</summary>
    public IEnumerable<SourceFunction> AtWork => AtWorkWhere(_ => true);

    /// <summary>Functions that run on requests or in the background, and that a condition lets through, those on requests first. It costs what those cost that are let through.</summary>
    /// <param name="mayMatter">The condition; to be told from the names that a body mentions, not from what it does.</param>
    public IEnumerable<SourceFunction> AtWorkWhere(Func<SourceFunction, bool> mayMatter) =>
        _reached[EntryPointCategory.Request].Where(mayMatter).Concat(_reached[EntryPointCategory.Background].Where(mayMatter)).Distinct();

    /// <summary>Whether a request runs the function.</summary>
    public bool IsOnRequest(SourceFunction function) => _reached[EntryPointCategory.Request].Contains(function);

    /// <summary>Whether background work runs the function.</summary>
    public bool IsInBackground(SourceFunction function) => _reached[EntryPointCategory.Background].Contains(function);

    /// <summary>Whether start-up runs the function.</summary>
    public bool IsAtStartUp(SourceFunction function) => _reached[EntryPointCategory.StartUp].Contains(function);

    /// <summary>The shortest path from a request, or else from background work; empty where neither runs it.</summary>
    public IReadOnlyList<PathStep> PathTo(SourceFunction function) =>
        IsOnRequest(function) ? _reached[EntryPointCategory.Request].PathTo(function)
        : IsInBackground(function) ? _reached[EntryPointCategory.Background].PathTo(function)
        : [];

    /// <summary>The entry point that the function is, or null.</summary>
    public EntryPoint? EntryAt(SourceFunction function) => _entries.GetValueOrDefault(function);

    private IReadOnlyList<SourceFunction>? Possible(PossibleCalls possible, SourceFunction function, EntryPointCategory category)
    {
        var called = possible.From(function);
        if (called is null || category == EntryPointCategory.StartUp || function.Owner.Definition.IsConstructor || !_activated.PerRequest(function.Owner.Definition.DeclaringType))
            return called;
        return [.. called, .. Activation(function)];
    }

    private IEnumerable<(SourceFunction, SourcePosition?)> Edges(SourceFunction function, EntryPointCategory category)
    {
        foreach (var edge in _graph.From(function))
            yield return (edge.Target, edge.Position);
        if (category == EntryPointCategory.StartUp || function.Owner.Definition.IsConstructor)
            yield break;
        foreach (var constructor in Activation(function))
            yield return (constructor, _code.BodyOf(function).Position);
    }

    /// <summary>The container makes the object anew for the request that runs its method; a singleton was made long before.</summary>
    private IEnumerable<SourceFunction> Activation(SourceFunction function)
    {
        var type = function.Owner.Definition.DeclaringType;
        if (!_activated.PerRequest(type))
            yield break;
        foreach (var method in type.Methods)
            if (method.Name == ".ctor" && _code.Folded.FunctionOf(method) is { } constructor)
                yield return constructor;
    }
}
