using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.Effects;

namespace ScaleFitness.Model.Loops;

/// <summary>A call in a loop that reaches beyond the process.</summary>
/// <param name="Call">The call.</param>
/// <param name="Effects">What it does: itself, or the app's functions that it runs.</param>
/// <param name="Loop">The innermost loop around it whose rounds nothing fixes.</param>
/// <param name="Size">How many rounds that loop goes.</param>
public sealed record RepeatedCall(Call Call, IReadOnlyList<EffectSite> Effects, SourceLoop Loop, SequenceSize Size);

/// <summary>Work that is done once for each element of a sequence, seen at the loop: by the call in it, however deep the work lies.</summary>
public sealed class RepeatedWork
{
    /// <summary>A way through more functions than this is looked into no further.</summary>
    private const int FunctionLimit = 500;

    private readonly CodeModel _code;
    private readonly CallGraph _graph;
    private readonly Dispatch _dispatch;
    private readonly EffectReader _effects;
    private readonly LoopReader _loops;
    private readonly SequenceSizes _sizes;
    private readonly LoopPaces _paces;
    private readonly EffectPaths _paths;
    private readonly FunctionTable<RepeatedCall[]> _known;

    internal RepeatedWork(CodeModel code, CallGraph graph, Dispatch dispatch, EffectReader effects, LoopReader loops, SequenceSizes sizes)
    {
        _code = code;
        _graph = graph;
        _dispatch = dispatch;
        _effects = effects;
        _loops = loops;
        _sizes = sizes;
        _paces = new(code);
        _paths = new(code, graph, dispatch, effects);
        _known = new(code.Folded.FunctionCount, f => Find(f).ToArray());
    }

    /// <summary>The calls of a function that reach beyond the process once for each of many elements, in source order.</summary>
    public IReadOnlyList<RepeatedCall> In(SourceFunction function) => _known[function];

    /// <summary>The innermost loop around a call that goes over elements which the program does not fix; none beyond a loop that waits for messages or ticks.</summary>
    public (SourceLoop Loop, SequenceSize Size)? Around(Call call)
    {
        foreach (var loop in _loops.Around(call))
        {
            if (loop.Kind is LoopKind.Messages or LoopKind.Ticks or LoopKind.Endless)
                return null;
            if (loop.IsPerElement && _sizes.Of(loop) is { Kind: >= SizeKind.Bound } size)
                return (loop, size);
        }

        return null;
    }

    /// <summary>How many of the loop's rounds run at the same time.</summary>
    public LoopPace PaceOf(RepeatedCall repeated) => _paces.Of(repeated.Loop, repeated.Call);

    /// <summary>Whether each round opens a unit of work of its own, a scope or a context, on every way to the effect.</summary>
    public bool HasOwnContext(RepeatedCall repeated, EffectSite site) =>
        InRound(repeated).Any(OpensContext) || site.Call != repeated.Call && !ReachesWithoutContext(repeated.Call, site.Effect);

    /// <summary>Whether a cache stands between the repeated call and what it does on every way there.</summary>
    public bool IsOnMiss(RepeatedCall repeated, EffectSite site) => _paths.Of(repeated.Call, site) == EffectPath.OnMiss;

    /// <summary>The calls of the loop's rounds in the function of the repeated call.</summary>
    public IEnumerable<Call> InRound(RepeatedCall repeated) =>
        _code.BodyOf(repeated.Call.Function).Calls.Where(c =>
            c.Function != repeated.Loop.Function || repeated.Loop.Statement is not { } statement || c.Loop?.IsIn(statement) == true);

    private IEnumerable<RepeatedCall> Find(SourceFunction function)
    {
        foreach (var call in _code.BodyOf(function).Calls)
            if (_loops.IsRepeated(call) && !_loops.IsRunner(call) && !IsStep(call) && _effects.Through(call) is { Count: > 0 } possible && Around(call) is { } around
                && possible.Where(e => _paths.Of(call, e) != EffectPath.None).ToList() is { Count: > 0 } effects)
                yield return new(call, effects, around.Loop, around.Size);
    }

    private bool ReachesWithoutContext(Call call, Effect effect)
    {
        var starts = _dispatch.Targets(call).Concat(call.Arguments.SelectMany(Dispatch.FunctionsOf)).Where(f => !OpensContext(f));
        return Reachability.From(starts, f => _graph.From(f).Where(e => !OpensContext(e.Target)).Select(e => (e.Target, e.Position)), FunctionLimit).Functions
            .Any(f => _effects.In(f).Any(e => e.Effect.Kind == effect.Kind && e.Effect.IsWrite == effect.IsWrite));
    }

    /// <summary>A step of an enumerator: any iterator of the app may be behind it, and what it does was asked for where the sequence was made.</summary>
    private bool IsStep(Call call) =>
        call.Method.Name is "MoveNext" or "MoveNextAsync" or "get_Current" or "Dispose" or "DisposeAsync" or "GetEnumerator" or "GetAsyncEnumerator" && _effects.Of(call) is null;

    private bool OpensContext(SourceFunction function) => _code.BodyOf(function).Calls.Any(OpensContext);

    private bool OpensContext(Call call) =>
        call.IsConstruction ? _code.Program.Derives(call.Method.DeclaringType, EntityModel.DbContext)
        : call.Method.Name is "CreateScope" or "CreateAsyncScope" or "CreateDbContext" or "CreateDbContextAsync";
}
