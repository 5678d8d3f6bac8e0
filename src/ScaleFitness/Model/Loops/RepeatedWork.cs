using System.Collections.Concurrent;
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
    private readonly CodeModel _code;
    private readonly Dispatch _dispatch;
    private readonly EffectReader _effects;
    private readonly LoopReader _loops;
    private readonly SequenceSizes _sizes;
    private readonly LoopPaces _paces;
    private readonly ConcurrentDictionary<SourceFunction, IReadOnlyList<RepeatedCall>> _known = new(ReferenceEqualityComparer.Instance);

    internal RepeatedWork(CodeModel code, Dispatch dispatch, EffectReader effects, LoopReader loops, SequenceSizes sizes)
    {
        _code = code;
        _dispatch = dispatch;
        _effects = effects;
        _loops = loops;
        _sizes = sizes;
        _paces = new(code);
    }

    /// <summary>The calls of a function that reach beyond the process once for each of many elements, in source order.</summary>
    public IReadOnlyList<RepeatedCall> In(SourceFunction function) => _known.GetOrAdd(function, f => [.. Find(f)]);

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

    /// <summary>Whether each round opens a unit of work of its own: a scope, a context.</summary>
    public bool HasOwnContext(RepeatedCall repeated) =>
        InRound(repeated).Any(OpensContext) || _dispatch.Targets(repeated.Call).Any(t => _code.BodyOf(t).Calls.Any(OpensContext));

    /// <summary>The calls of the loop's rounds in the function of the repeated call.</summary>
    public IEnumerable<Call> InRound(RepeatedCall repeated) =>
        _code.BodyOf(repeated.Call.Function).Calls.Where(c =>
            c.Function != repeated.Loop.Function || repeated.Loop.Statement is not { } statement || c.Loop?.IsIn(statement) == true);

    private IEnumerable<RepeatedCall> Find(SourceFunction function)
    {
        foreach (var call in _code.BodyOf(function).Calls)
            if (_loops.IsRepeated(call) && !_loops.IsRunner(call) && _effects.Through(call) is { Count: > 0 } effects && Around(call) is { } around)
                yield return new(call, effects, around.Loop, around.Size);
    }

    private bool OpensContext(Call call) =>
        call.IsConstruction ? _code.Program.Derives(call.Method.DeclaringType, EntityModel.DbContext)
        : call.Method.Name is "CreateScope" or "CreateAsyncScope" or "CreateDbContext" or "CreateDbContextAsync";
}
