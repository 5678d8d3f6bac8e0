using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Model;

namespace ScaleFitness.Rules.Concurrency;

/// <summary>A function that comes back to itself, straight or through another of the same object.</summary>
/// <param name="Function">The function.</param>
/// <param name="Calls">The calls of the round: one where it calls itself, otherwise there and back.</param>
internal sealed record Recursion(SourceFunction Function, IReadOnlyList<Call> Calls)
{
    /// <summary>The call that comes back.</summary>
    public Call Back => Calls[^1];

    /// <summary>The first round of each function, and of each pair of functions, in the order given.</summary>
    public static IEnumerable<Recursion> Among(AppModel app, IEnumerable<SourceFunction> functions)
    {
        var told = new HashSet<SourceFunction>(ReferenceEqualityComparer.Instance);
        var known = new Dictionary<SourceFunction, List<(Call Call, SourceFunction Target)>>(ReferenceEqualityComparer.Instance);
        foreach (var function in functions)
        {
            var own = Of(function);
            if (own.FirstOrDefault(c => c.Target == function) is { Call: { } self })
                yield return new(function, [self]);
            else
                foreach (var (call, target) in own)
                    if (!told.Contains(target) && Of(target).FirstOrDefault(c => c.Target == function) is { Call: { } back })
                    {
                        yield return new(function, [call, back]);
                        break;
                    }

            told.Add(function);
        }

        List<(Call Call, SourceFunction Target)> Of(SourceFunction function) =>
            known.TryGetValue(function, out var calls) ? calls : known[function] = [.. OwnCalls(app, function)];
    }

    /// <summary>The functions of the round, with the lambdas in them.</summary>
    public IEnumerable<FunctionBody> Bodies(AppModel app) => Calls.Select(c => Outermost(app, c.Function)).Distinct().SelectMany(f => Inside(app, f)).Select(app.BodyOf);

    /// <summary>A call in a lambda is one of the function around it.</summary>
    private static IEnumerable<(Call Call, SourceFunction Target)> OwnCalls(AppModel app, SourceFunction function) =>
        from inside in Inside(app, function)
        from call in app.BodyOf(inside).Calls
        let target = app.Code.FunctionOf(call.Method)
        where target is not null && IsOnSameObject(call)
        select (call, target);

    private static IEnumerable<SourceFunction> Inside(AppModel app, SourceFunction function) => function.Owner.Functions.Where(f => Outermost(app, f) == function);

    /// <summary>Local functions may be called again, lambdas are part of what makes them.</summary>
    private static SourceFunction Outermost(AppModel app, SourceFunction function)
    {
        while (function is { Kind: FunctionKind.Lambda, Parent: { } parent } && app.Reach.EntryAt(function) is null)
            function = parent;
        return function;
    }

    /// <summary>On the same object: an interface's method that wraps another implementation is no recursion.</summary>
    private static bool IsOnSameObject(Call call) =>
        !call.IsConstruction && (call.Receiver is null || ValueWalk.Origins(call.Receiver).All(o => o is ArgumentValue { IsThis: true } || o.Type?.Name.StartsWith("<>c", StringComparison.Ordinal) == true));
}
