using ScaleFitness.Code.Metadata;
using ScaleFitness.Model;
using ScaleFitness.Model.Data;

namespace ScaleFitness.Rules.Data;

/// <summary>A query that looks rows up by columns which no index starts with.</summary>
/// <param name="Run">Where it is run.</param>
/// <param name="Entity">The entity.</param>
/// <param name="Columns">The columns, in the order of the conditions.</param>
internal sealed record UnindexedLookup(Materialisation Run, Entity Entity, IReadOnlyList<string> Columns);

/// <summary>Finds lookups that read the whole table.</summary>
internal static class UnindexedLookups
{
    /// <summary>Queries over tables whose indexes are known.</summary>
    public static IReadOnlyList<Materialisation> Candidates(AppModel app) =>
        [.. RequestQueries.Of(app).Where(r => app.Indexes.Knows((EntityRoot)r.Query.Root))];

    /// <summary>Those that no index serves; of several ways to compose one statement, the ones with the fewest conditions.</summary>
    public static IEnumerable<UnindexedLookup> Of(AppModel app, IEnumerable<Materialisation> runs) => runs
        .Select(r => new UnindexedLookup(r, ((EntityRoot)r.Query.Root).Entity!, Unserved(app, r.Query)))
        .Where(f => f.Columns.Count > 0)
        .GroupBy(f => (f.Entity.Name, f.Run.Site))
        .SelectMany(g => g.Where(f => !g.Any(o => IsWithin(o.Columns, f.Columns))));

    /// <summary>Of conditions that one statement adds or not, the index that serves fewer of them serves more of them too.</summary>
    private static bool IsWithin(IReadOnlyList<string> fewer, IReadOnlyList<string> more) => fewer.Count < more.Count && fewer.All(more.Contains);

    /// <summary>The columns of the worst case, in the order of the conditions; empty where each case has an index, or nothing selective in it.</summary>
    private static IReadOnlyList<string> Unserved(AppModel app, Query query)
    {
        var entity = ((EntityRoot)query.Root).Entity!;
        if (QueryConditions.Of(query) is not { } conditions)
            return [];
        foreach (var all in conditions.Cases.Where(c => c.Count > 0))
        {
            if (all.Any(c => c.Kind == ConditionKind.Other || (c.Kind is ConditionKind.Equal or ConditionKind.Range && c.Column.Length > 0 && app.Indexes.StartWith(entity, c.Column))))
                continue;
            var selective = all.Where(c => c.Kind is ConditionKind.Equal or ConditionKind.Range && IsSelective(app, entity, c)).Select(c => c.Column).Distinct().ToList();
            if (selective.Count > 0)
                return selective;
        }

        return conditions.Cases.All(c => c.Count == 0) && conditions.Orderings is [{ Length: > 0 } order, ..] && app.Extents.Of(query) == Extent.Bounded
            && entity.Columns.Any(c => c.Name == order) && !app.Indexes.StartWith(entity, order) ? [order] : [];
    }

    /// <summary>Flags, enums and texts that the program names have few values: an index on them finds half of the table.</summary>
    private static bool IsSelective(AppModel app, Entity entity, ColumnCondition condition)
    {
        if (entity.Columns.FirstOrDefault(c => c.Name == condition.Column) is not { } column)
            return false;
        var type = column.Type.FullName == "System.Nullable`1" ? column.Type.SoleArgument! : column.Type;
        return !type.Is("System.Boolean") && !(app.Code.Program.Find(type) is { } definition && definition.Traits.HasFlag(TypeTraits.Enum))
            && !(condition is { IsConstant: true, Kind: ConditionKind.Equal });
    }
}
