using System.Collections.Concurrent;
using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Loops;

/// <summary>The author's loops around calls: statements, and calls that run a lambda once per element. Safe to use from several threads.</summary>
public sealed class LoopReader
{
    private readonly CodeModel _code;
    private readonly Runners _runners;
    private readonly LoopShapes _shapes;
    private readonly ConcurrentDictionary<(SourceFunction, int), SourceLoop> _known = [];

    internal LoopReader(CodeModel code, Dispatch dispatch, PerElement perElement)
    {
        _code = code;
        _shapes = new(code, dispatch);
        _runners = new(code, dispatch, perElement);
    }

    /// <summary>The loops around a call, innermost first; out of a lambda to the call that runs it per element, and on from there.</summary>
    public IReadOnlyList<SourceLoop> Around(Call call)
    {
        var result = new List<SourceLoop>();
        var (function, statement) = (call.Function, call.Loop);
        var seen = new HashSet<SourceFunction>();
        while (seen.Add(function))
        {
            for (var loop = statement; loop is not null; loop = loop.Parent)
                result.Add(Of(function, loop));
            if (_runners.Of(function) is not { } runner)
                break;
            result.Add(Of(runner));
            (function, statement) = (runner.Function, runner.Loop);
        }

        return result;
    }

    /// <summary>Whether any loop is around a call: cheaper than to ask which.</summary>
    public bool IsRepeated(Call call) => call.Loop is not null || _runners.Of(call.Function) is not null;

    /// <summary>Whether the call runs a lambda of the app once per element.</summary>
    public bool IsRunner(Call call) => _runners.Are(call);

    /// <summary>A loop of a function.</summary>
    public SourceLoop Of(SourceFunction function, CodeLoop loop) => _known.GetOrAdd((function, loop.Id), _ => _shapes.Of(function, loop));

    /// <summary>The loops that a function has as statements, outermost first.</summary>
    public IReadOnlyList<SourceLoop> In(SourceFunction function)
    {
        var body = _code.BodyOf(function);
        return
        [
            .. body.Calls.Select(c => c.Loop).Concat(body.LoopExits.Select(e => (CodeLoop?)e.Loop)).Concat(body.Awaits.Select(a => a.Loop))
                .OfType<CodeLoop>()
                .SelectMany(WithParents)
                .DistinctBy(l => l.Id)
                .OrderBy(l => l.Id)
                .Select(l => Of(function, l)),
        ];
    }

    private static IEnumerable<CodeLoop> WithParents(CodeLoop loop)
    {
        for (CodeLoop? current = loop; current is not null; current = current.Parent)
            yield return current;
    }

    private SourceLoop Of(Call runner)
    {
        var counts = runner.Method.DeclaringType.Is(LoopSymbols.Parallel) && runner.Method.Name is "For" or "ForAsync";
        var sequence = counts ? runner.Arguments.ElementAtOrDefault(1) : _runners.SequenceOf(runner, Of) ?? runner.Subject;
        return new(runner.Function, counts ? LoopKind.Counted : LoopKind.Elements, sequence, null, runner, runner.Position);
    }
}
