using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Code.Calls;

/// <summary>Why one function may run because another does.</summary>
/// <param name="Target">What runs.</param>
/// <param name="Position">The statement that makes it run.</param>
/// <param name="Call">The call, or null where a delegate is made.</param>
public readonly record struct CallEdge(SourceFunction Target, SourcePosition? Position, Call? Call);

/// <summary>Who calls whom. Edges are found function by function, when asked for.</summary>
public sealed class CallGraph
{
    private readonly CodeModel _code;
    private readonly Dispatch _dispatch;
    private readonly Func<FunctionValue, bool> _runsElsewhere;
    private readonly FunctionTable<CallEdge[]> _edges;
    private readonly FunctionTable<SourceFunction[]> _targets;

    /// <summary>Makes a graph.</summary>
    /// <param name="code">The code.</param>
    /// <param name="dispatch">Resolves calls.</param>
    /// <param name="runsElsewhere">Whether a delegate does not run where it is made: an endpoint's handler, a factory given to the container.</param>
    public CallGraph(CodeModel code, Dispatch dispatch, Func<FunctionValue, bool> runsElsewhere)
    {
        _code = code;
        _dispatch = dispatch;
        _runsElsewhere = runsElsewhere;
        _edges = new(code.Folded.FunctionCount, Find);
        _targets = new(code.Folded.FunctionCount, FindTargets);
    }

    /// <summary>What a function may run, in source order.</summary>
    public IReadOnlyList<CallEdge> From(SourceFunction function) => _edges[function];

    /// <summary>What a function may run, each once, in source order.</summary>
    internal SourceFunction[] TargetsOf(SourceFunction function) => _targets[function];

    private CallEdge[] Find(SourceFunction function)
    {
        var body = _code.BodyOf(function);
        var edges = new List<CallEdge>();
        foreach (var call in body.Calls)
            foreach (var target in _dispatch.Targets(call))
                edges.Add(new(target, call.Position, call));
        foreach (var made in body.Delegates)
            if (!_runsElsewhere(made))
                foreach (var target in _dispatch.Targets(made))
                    edges.Add(new(target, _code.BodyOf(target).Position, null));
        return edges.Count == 0 ? Array.Empty<CallEdge>() : [.. edges];
    }

    private SourceFunction[] FindTargets(SourceFunction function)
    {
        var targets = Array.ConvertAll(_edges[function], e => e.Target);
        return targets.Length < 2 ? targets : [.. targets.Distinct()];
    }
}
