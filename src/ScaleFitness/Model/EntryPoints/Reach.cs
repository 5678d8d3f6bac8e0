using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Model.EntryPoints;

/// <summary>What requests, background work and start-up reach.</summary>
public sealed class Reach
{
    private readonly Dictionary<EntryPointCategory, LazyReachability> _reached = [];
    private readonly Dictionary<SourceFunction, EntryPoint> _entries = [];
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
            _reached[category] = new(code.Folded.FunctionCount, entryPoints.Where(e => e.Category == category).Select(e => e.Function), f => Possible(possible, f, category), f => Actual(f, category), PositionOf);
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

    private SourceFunction[]? Possible(PossibleCalls possible, SourceFunction function, EntryPointCategory category) =>
        possible.From(function) is { } called ? With(Activation(function, category), called) : null;

    private SourceFunction[] Actual(SourceFunction function, EntryPointCategory category) => With(Activation(function, category), _graph.TargetsOf(function));

    private static SourceFunction[] With(List<SourceFunction> activated, SourceFunction[] called) =>
        activated.TrueForAll(called.Contains) ? called : [.. called.Concat(activated).Distinct()];

    private SourcePosition? PositionOf(SourceFunction function, SourceFunction target)
    {
        foreach (var edge in _graph.From(function))
            if (edge.Target == target)
                return edge.Position;
        return _code.BodyOf(function).Position;
    }

    /// <summary>The container makes the object anew for the request that runs its method; a singleton was made long before.</summary>
    private List<SourceFunction> Activation(SourceFunction function, EntryPointCategory category)
    {
        List<SourceFunction> constructors = [];
        var type = function.Owner.Definition.DeclaringType;
        if (category == EntryPointCategory.StartUp || function.Owner.Definition.IsConstructor || !_activated.PerRequest(type))
            return constructors;
        foreach (var method in type.Methods)
            if (method.Name == ".ctor" && _code.Folded.FunctionOf(method) is { } constructor)
                constructors.Add(constructor);
        return constructors;
    }
}
