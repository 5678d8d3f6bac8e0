using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Model;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.Loops;

namespace ScaleFitness.Rules.Data;

/// <summary>A change to each row of a query, one by one.</summary>
/// <param name="Call">The call that makes it.</param>
/// <param name="What">What becomes of the rows: <c>removed</c>.</param>
/// <param name="Size">How many rows.</param>
/// <param name="Load">The call in the same function that brings them, if any does.</param>
internal sealed record RowChange(Call Call, string What, SequenceSize Size, Call? Load);

/// <summary>Finds loops that change nothing but the rows that they go over.</summary>
internal static class RowChanges
{
    public static IEnumerable<RowChange> In(AppModel app, SourceFunction function)
    {
        var body = app.BodyOf(function);
        foreach (var call in body.Calls)
            if (call.Method.Name is "RemoveRange" or "UpdateRange" && IsTracker(app, call) && call.Arguments is [var rows] && app.Sizes.Of(rows) is { Kind: SizeKind.Table, Query: not null } size)
                yield return new(call, Word(call), size, LoadOf(rows));
        foreach (var loop in app.Loops.In(function))
            if (loop is { Kind: LoopKind.Elements, Statement: { } statement } && app.Sizes.Of(loop) is { Kind: SizeKind.Table, Query: { } query } size
                && body.Calls.Where(c => c.Loop?.IsIn(statement) == true).ToList() is var round && !round.Any(c => DoesMore(app, c))
                && round.FirstOrDefault(c => IsChange(app, loop, c, query)) is { } change && IsSaved(app, function, change))
                yield return new(change, Word(change), size, LoadOf(loop.Sequence));
    }

    private static string Word(Call call) => call.Method.Name.StartsWith("Remove", StringComparison.Ordinal) ? "removed" : call.Method.Name.StartsWith("Add", StringComparison.Ordinal) ? "copied" : "changed";

    private static Call? LoadOf(Value? rows) =>
        rows is null ? null : ValueWalk.Origins(rows).Select(ValueWalk.Awaited).SelectMany(ValueWalk.Origins).OfType<CallValue>().FirstOrDefault()?.Call;

    private static bool IsTracker(AppModel app, Call call) =>
        call.Receiver?.Type is { } type && (QuerySources.IsTable(type) || app.Code.Program.Derives(type, EntityModel.DbContext));

    /// <summary>A look elsewhere, a save, a value that the app computes: no single statement could do that.</summary>
    private static bool DoesMore(AppModel app, Call call) =>
        app.Effects.Through(call).Any() || !IsAccessor(call) && app.Dispatch.Targets(call).Count > 0;

    private static bool IsAccessor(Call call) =>
        call.IsConstruction || call.Method.Name.StartsWith("get_", StringComparison.Ordinal) || call.Method.Name.StartsWith("set_", StringComparison.Ordinal);

    private static bool IsChange(AppModel app, SourceLoop loop, Call call, Query query)
    {
        if (call.Method.Name.StartsWith("set_", StringComparison.Ordinal))
            return call.Receiver is { } row && app.Entities.Of(row.Type) is not null && loop.IsElement(row) && !query.Operators.Any(o => o.Name.StartsWith("AsNoTracking", StringComparison.Ordinal));
        return IsTracker(app, call) && call.Arguments is [var entity, ..]
            && (call.Method.Name is "Add" or "AddAsync" || call.Method.Name is "Remove" or "Update" && loop.IsElement(entity));
    }

    /// <summary>Whether the same function saves what it changed; removals and additions have no other end.</summary>
    private static bool IsSaved(AppModel app, SourceFunction function, Call change) =>
        !change.Method.Name.StartsWith("set_", StringComparison.Ordinal)
        || app.BodyOf(function).Calls.Any(c => c.Order > change.Order && app.Effects.Through(c).Any(e => e.Effect is { Kind: Model.Effects.EffectKind.Database, IsWrite: true }));
}
