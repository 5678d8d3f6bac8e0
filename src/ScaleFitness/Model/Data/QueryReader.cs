using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Data;

/// <summary>
/// Reads how a query is composed: up the chain of operators, through the app's own methods by the summary of what they
/// return in terms of their parameters, to the table it starts from. Every alternative is a query of its own.
/// </summary>
public sealed class QueryReader
{
    /// <summary>More ways to compose one query than this are more than a person would follow.</summary>
    private const int AlternativeLimit = 32;

    private readonly CodeModel _code;
    private readonly Dispatch _dispatch;
    private readonly EntityModel _entities;
    private readonly FieldValues _fields;
    private readonly Dictionary<SourceFunction, IReadOnlyList<Query>> _returns = [];

    internal QueryReader(CodeModel code, Dispatch dispatch, EntityModel entities)
    {
        _code = code;
        _dispatch = dispatch;
        _entities = entities;
        _fields = new(code);
    }

    /// <summary>The ways in which a value may be composed as a query.</summary>
    public IReadOnlyList<Query> Read(Value value)
    {
        var result = new List<Query>();
        Read(value, [], result);
        return result.Count > AlternativeLimit ? [new(new OtherRoot("too many ways to compose it"), [])] : result;
    }

    /// <summary>What a function returns, in terms of its parameters.</summary>
    public IReadOnlyList<Query> ReturnsOf(SourceFunction function)
    {
        if (_returns.TryGetValue(function, out var known))
            return known;
        // A function that returns what it returns itself adds no alternative of its own.
        _returns[function] = [];
        var result = _code.BodyOf(function).Returns.SelectMany(Read).ToList();
        return _returns[function] = result;
    }

    /// <summary>A query that a function returns, as its caller sees it: parameters replaced by the caller's arguments.</summary>
    public IEnumerable<Query> AtCaller(Query query, SourceFunction callee, Call call) =>
        Substituted(query, callee, call).Select(q => q with { Through = [.. q.Through, .. query.Through, call] });

    private IEnumerable<Query> Substituted(Query query, SourceFunction callee, Call call)
    {
        var operators = query.Operators.Select(o => o with { Arguments = [.. o.Arguments.Select(a => Substitution.Argument(a, callee, call))] }).ToList();
        return query.Root switch
        {
            ParameterRoot { Argument: { IsThis: false } argument } when argument.Function == callee && argument.Position < call.Arguments.Count =>
                Read(call.Arguments[argument.Position]).Select(q => q.With(operators)),
            EntityRoot root => [new(Substitution.Root(root, call, _entities), operators)],
            var root => [new(root, operators)],
        };
    }

    private void Read(Value value, HashSet<Value> path, List<Query> result)
    {
        foreach (var origin in ValueWalk.Origins(value))
        {
            if (result.Count > AlternativeLimit || !path.Add(origin))
                continue;
            ReadOrigin(origin, path, result);
            path.Remove(origin);
        }
    }

    private void ReadOrigin(Value origin, HashSet<Value> path, List<Query> result)
    {
        if (Table(origin.Type) is { } entity)
        {
            result.Add(new(new EntityRoot(entity, _entities.OfTable(entity)), []));
            return;
        }

        switch (origin)
        {
            case not (CallValue or AwaitValue) when QuerySources.IsInMemory(origin.Type):
                result.Add(new(new ObjectsRoot(), []));
                break;
            case AwaitValue await:
                Read(await.Task, path, result);
                break;
            case CallValue call:
                ReadCall(call.Call, path, result);
                break;
            case ArgumentValue argument:
                result.Add(new(new ParameterRoot(argument), []));
                break;
            case FieldValue { Definition: { } field }:
                ReadField(field, path, result);
                break;
            case NewValue or ArrayValue:
                result.Add(new(new ObjectsRoot(), []));
                break;
            case ConstantValue:
                break;
            default:
                result.Add(new(new OtherRoot("not followed"), []));
                break;
        }
    }

    private void ReadCall(Call call, HashSet<Value> path, List<Query> result)
    {
        if (QueryMethods.Materialises(call.Method) || Specifications.IsRun(call.Method))
            result.Add(new(new ObjectsRoot(), []));
        else if (QuerySources.IsSql(call.Method))
            result.Add(new(new SqlRoot(call), []));
        else if (QueryMethods.IsQueryOperator(call.Method) && call.Subject is { } source)
            Extend(call, source, path, result);
        else if (QuerySources.Entity(call) is { } entity)
            result.Add(new(new EntityRoot(entity, _entities.OfTable(entity)), []));
        else if (_dispatch.Targets(call) is { Count: > 0 } targets)
        {
            var composed = targets.SelectMany(t => ReturnsOf(t).SelectMany(q => AtCaller(q, t, call))).ToList();
            // Reflection may stand behind it: `query.OrderByName("price")` brings the rows that it is given.
            if (composed.Count > 0 && composed.All(q => q.Root is OtherRoot) && IsExtension(call))
                Extend(call, call.Arguments[0], path, result);
            else
                result.AddRange(composed);
        }
        else if (!call.Method.HasThis && call.Arguments is [var first, ..] && QuerySources.IsSequence(first.Type))
            Extend(call, first, path, result);
        else
            result.Add(new(new OtherRoot(call.Method.FullName), []));
    }

    private static bool IsExtension(Call call) =>
        !call.Method.HasThis && call.Arguments is [var first, ..] && QuerySources.IsQueryable(first.Type) && QuerySources.IsQueryable(call.Method.ReturnType);

    private void Extend(Call call, Value source, HashSet<Value> path, List<Query> result)
    {
        var before = new List<Query>();
        Read(source, path, before);
        IReadOnlyList<Value> arguments = call.Receiver is { } receiver ? [receiver, .. call.Arguments] : call.Arguments;
        // Rows of both sides: whatever holds for one may not hold for the other.
        if (QueryMethods.Unites(call.Method) && arguments.Count > 1)
            Read(arguments[1], path, before);
        foreach (var query in before)
            result.Add(query.Root is ObjectsRoot ? query : query.With(new QueryOperator(call, arguments)));
    }

    private void ReadField(FieldDefinition field, HashSet<Value> path, List<Query> result)
    {
        var values = _fields.WrittenTo(field);
        if (values.Count == 0)
            result.Add(new(new OtherRoot("a field that nothing writes"), []));
        foreach (var value in values)
            // A constructor's parameter: the container supplies it, no caller is worth following.
            if (value is ArgumentValue)
                result.Add(new(new OtherRoot("a field set from outside"), []));
            else
                Read(value, path, result);
    }

    private static TypeRef? Table(TypeRef? type) => QuerySources.IsTable(type) ? type!.SoleArgument : null;
}
