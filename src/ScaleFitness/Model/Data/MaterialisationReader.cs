using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Data;

/// <summary>
/// Finds where queries are run and their rows kept. A function that runs a query it was handed, or filters by a
/// condition it was handed, is told by its callers: the place is then where they hand it over.
/// </summary>
public sealed class MaterialisationReader
{
    /// <summary>More ways to run what one call hands over are more than a person would follow; the first are judged.</summary>
    private const int WayLimit = 64;

    private readonly CodeModel _code;
    private readonly Dispatch _dispatch;
    private readonly QueryReader _queries;
    private readonly Specifications _specifications;
    private readonly Func<Call, FunctionBody, Value?> _runBy;
    private readonly Dictionary<SourceFunction, IReadOnlyList<Materialisation>> _known = [];

    internal MaterialisationReader(CodeModel code, Dispatch dispatch, QueryReader queries, EntityModel entities, Func<Call, FunctionBody, Value?> runBy)
    {
        _code = code;
        _dispatch = dispatch;
        _queries = queries;
        _runBy = runBy;
        _specifications = new(code, dispatch, entities);
    }

    /// <summary>Everything a function materialises, those that only its callers can judge included.</summary>
    public IReadOnlyList<Materialisation> In(SourceFunction function)
    {
        if (_known.TryGetValue(function, out var known))
            return known;
        _known[function] = [];
        var body = _code.BodyOf(function);
        var result = new List<Materialisation>();
        foreach (var call in body.Calls)
        {
            if (_runBy(call, body) is { } source)
                result.AddRange(QueryWays.Possible(_queries.Read(source), function).Select(q => new Materialisation(function, call, q)));
            else if (Specifications.IsRun(call.Method))
                result.AddRange(_specifications.RunBy(call).Select(q => new Materialisation(function, call, q)));
            else
                result.AddRange(HandedOn(function, call).Distinct(SameWay.Comparer).Take(WayLimit));
        }

        return _known[function] = result;
    }

    /// <summary>Whether only callers can judge it: it depends on a query or a condition that they hand over.</summary>
    public static bool DependsOnCaller(Materialisation materialisation) =>
        materialisation.Query.Root is ParameterRoot
        || materialisation.Query.Operators.Any(o => o.Arguments.Skip(1).Any(a => IsHandedCondition(a, materialisation.Function)));

    private static bool IsHandedCondition(Value value, SourceFunction function) =>
        ValueWalk.Origins(value) is [ArgumentValue { IsThis: false } argument] && argument.Function == function
        && argument.Type?.FullName == "System.Linq.Expressions.Expression`1";

    private IEnumerable<Materialisation> HandedOn(SourceFunction function, Call call)
    {
        foreach (var target in _dispatch.Targets(call))
            foreach (var inner in In(target))
                if (DependsOnCaller(inner) && inner.Function == target)
                    foreach (var query in _queries.AtCaller(inner.Query, target, call))
                        yield return new(function, call, query) { RunBy = inner.RunBy ?? inner.Site };
    }
}
