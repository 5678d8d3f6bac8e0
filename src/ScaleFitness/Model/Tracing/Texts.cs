using System.Globalization;
using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Tracing;

/// <summary>
/// How texts are composed: constants, fields set once, concatenation, interpolation, formats and string builders,
/// through the app's own functions in terms of their parameters. What it takes to tell the text itself (SQL, a key) is
/// asked for as forms; where only matters what is in it somewhere (a path, a name), as values.
/// </summary>
public sealed class Texts
{
    /// <summary>More ways to compose one text than this are more than a person would follow.</summary>
    private const int AlternativeLimit = 32;

    /// <summary>Longer ways from a text to its pieces than this are no reading matter.</summary>
    private const int DepthLimit = 24;

    /// <summary>More values than this in one text are no information.</summary>
    private const int ValueLimit = 500;

    private readonly CodeModel _code;
    private readonly Dispatch _dispatch;
    private readonly CallSites _sites;
    private readonly Provenance _provenance;

    internal Texts(CodeModel code, Dispatch dispatch, CallSites sites, Provenance provenance)
    {
        _code = code;
        _dispatch = dispatch;
        _sites = sites;
        _provenance = provenance;
    }

    /// <summary>The ways in which a value may be composed as text; a value that is no text in sight is one piece.</summary>
    public IReadOnlyList<TextForm> Of(Value value) => Read(value, 0) is { Count: > 0 and <= AlternativeLimit } forms ? forms : [TextForm.Of(value)];

    /// <summary>The values that a text holds, each traced to where it comes from, and the texts on the way: all that any of them is may be asked.</summary>
    public IReadOnlyList<Value> Within(Value text)
    {
        var seen = new HashSet<Value>(ReferenceEqualityComparer.Instance);
        var result = new List<Value>();
        var pending = new Queue<Value>([text]);
        while (pending.TryDequeue(out var current) && result.Count < ValueLimit)
            foreach (var origin in ValueWalk.Origins(current).Concat(_provenance.Of(current)))
                if (seen.Add(origin))
                {
                    result.Add(origin);
                    foreach (var part in PartsOf(origin))
                        pending.Enqueue(part);
                }

        return result;
    }

    /// <summary>What one text was put together from, or cut out of; nothing where it was not.</summary>
    internal IEnumerable<Value> PartsOf(Value value) => value switch
    {
        CallValue { Call: var call } => TextCalls.SourcesOf(call, _code.BodyOf(call.Function)),
        NewValue { Call: var made } when TextCalls.IsWrapper(made.Method) => made.Arguments,
        ArrayValue array => array.Elements,
        AwaitValue await => [await.Task],
        ComputedValue computed => computed.Operands,
        _ => [],
    };

    private List<TextForm> Read(Value value, int depth)
    {
        var result = new List<TextForm>();
        foreach (var origin in ValueWalk.Origins(value))
            if (result.Count <= AlternativeLimit)
                result.AddRange(depth > DepthLimit ? [TextForm.Of(origin)] : ReadOrigin(origin, depth + 1));
        return result;
    }

    private IReadOnlyList<TextForm> ReadOrigin(Value origin, int depth)
    {
        switch (origin)
        {
            case ConstantValue { Constant: var constant }:
                return [TextForm.Of(Convert.ToString(constant, CultureInfo.InvariantCulture) ?? "")];
            case AwaitValue { Task: var task }:
                return Read(task, depth);
            case FieldValue { Definition: { } field } when field.IsReadOnly && _sites.WritesTo(field) is { Count: > 0 } writes:
                return [.. writes.SelectMany(w => Read(w.Value, depth))];
            case CallValue { Call: var call } when TextCalls.PartsOf(call, _code.BodyOf(call.Function)) is { } parts:
                return Join(parts.Select(p => p.Literal is { } literal ? [TextForm.Of(literal)] : Read(p.Value!, depth)));
            // Whoever overrides ToString anywhere would answer for an enum's or a date's.
            case CallValue { Call: { Method.Name: not "ToString" } call } when _dispatch.Targets(call) is { Count: > 0 } targets && targets.All(t => !t.IsIterator):
                return [.. targets.SelectMany(t => Returned(t, call, depth))];
            default:
                return [TextForm.Of(origin)];
        }
    }

    /// <summary>What a function returns, with the caller's arguments for its parameters.</summary>
    private IEnumerable<TextForm> Returned(SourceFunction function, Call call, int depth)
    {
        var returns = _code.BodyOf(function).Returns;
        if (returns.Count == 0)
            return [TextForm.Of(call.Result)];
        return returns.SelectMany(r => Read(r, depth)).SelectMany(form =>
            Join(form.Parts.Select(p => p.Value is ArgumentValue { IsThis: false } argument && argument.Function == function && argument.Position < call.Arguments.Count
                ? Read(call.Arguments[argument.Position], depth)
                : [new TextForm([p])])));
    }

    private static IReadOnlyList<TextForm> Join(IEnumerable<IReadOnlyList<TextForm>> pieces)
    {
        IReadOnlyList<TextForm> joined = [new([])];
        foreach (var piece in pieces)
            joined = [.. joined.SelectMany(before => piece.Select(next => new TextForm([.. before.Parts, .. next.Parts]))).Take(AlternativeLimit + 1)];
        return joined;
    }
}
