using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Expressions;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Data;

namespace ScaleFitness.Model.Writes;

/// <summary>A question whether a row with certain columns is there.</summary>
/// <param name="Call">The call that asks, as its function sees it.</param>
/// <param name="Entity">The entity.</param>
/// <param name="Columns">The columns, compared with values from outside.</param>
internal sealed record ExistenceCheck(Call Call, Entity Entity, IReadOnlySet<string> Columns)
{
    /// <summary>Whether a value is what the question was answered with.</summary>
    public bool IsAnswer(Value value) => ValueWalk.Origins(value).Any(o => ReferenceEquals(ValueWalk.Awaited(o), Call.Result) || o is AwaitValue { Task: var task } && ValueWalk.Origins(task).Contains(Call.Result));
}

/// <summary>Finds such questions, asked directly or through a function that does nothing else.</summary>
internal sealed class ExistenceChecks(CodeModel code, Dispatch dispatch, QueryReader queries)
{
    public static bool IsName(string name) => name is "Any" or "AnyAsync" or "FirstOrDefault" or "FirstOrDefaultAsync" or "SingleOrDefault" or "SingleOrDefaultAsync";

    public IEnumerable<ExistenceCheck> In(SourceFunction function) => code.BodyOf(function).Calls.SelectMany(c => Of(c, 0));

    private IEnumerable<ExistenceCheck> Of(Call call, int depth)
    {
        if (IsName(call.Method.Name) && QueryMethods.IsQueryOperator(call.Method) && call.Subject is { } subject)
            return queries.Read(subject).Where(q => q.Root is EntityRoot { Entity: not null }).Select(q => Read(call, q)).OfType<ExistenceCheck>().Take(1);
        if (depth > 1 || call.IsConstruction)
            return [];
        return dispatch.Targets(call).SelectMany(t => code.BodyOf(t).Returns.SelectMany(ValueWalk.Origins).Select(ValueWalk.Awaited).SelectMany(ValueWalk.Origins).OfType<CallValue>())
            .SelectMany(inner => Of(inner.Call, depth + 1)).Select(inner => inner with { Call = call }).Take(1);
    }

    private static ExistenceCheck? Read(Call call, Query query)
    {
        var pinned = Predicate.Open;
        foreach (var operation in query.Operators)
            if (operation.Name == "Where" && ExpressionReader.Lambda(operation.Arguments[^1]) is { } condition)
                pinned = pinned.And(Predicate.Read(condition));
            else if (operation.Name is not ("AsNoTracking" or "Include" or "ThenInclude" or "IgnoreQueryFilters" or "AsTracking" or "OrderBy"))
                return null;
        foreach (var argument in call.Arguments)
            if (ExpressionReader.Lambda(argument) is { } condition)
                pinned = pinned.And(Predicate.Read(condition));
        return pinned.Cases is [{ Count: > 0 } columns] && columns.All(c => !c.Contains('.', StringComparison.Ordinal)) ? new(call, ((EntityRoot)query.Root).Entity!, columns) : null;
    }
}
