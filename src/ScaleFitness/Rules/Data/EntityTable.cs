using ScaleFitness.Model;

namespace ScaleFitness.Rules.Data;

/// <summary>What a picture of the app's tables shows of one.</summary>
/// <param name="Entity">The entity's name.</param>
/// <param name="Table">Its table; null where the host was not asked.</param>
/// <param name="Rows">How many rows the context declares, or takes for granted.</param>
/// <param name="IsDeclared">Whether the context declares them.</param>
/// <param name="Keys">What identifies a row: columns of primary, alternate and unique keys.</param>
/// <param name="Indexes">Columns in order of each key and index.</param>
/// <param name="Filters">Names and columns of the filters that every query gets.</param>
/// <param name="Unindexed">Lookups that no index serves.</param>
internal sealed record EntityTable(
    string Entity,
    string? Table,
    long Rows,
    bool IsDeclared,
    IReadOnlyList<IReadOnlyList<string>> Keys,
    IReadOnlyList<IReadOnlyList<string>> Indexes,
    IReadOnlyList<string> Filters,
    IReadOnlyList<UnindexedLookup> Unindexed)
{
    /// <summary>The tables of an app, by name of their entities.</summary>
    public static IReadOnlyList<EntityTable> Of(AppModel app)
    {
        var lookups = UnindexedLookups.Of(app, UnindexedLookups.Candidates(app)).ToLookup(l => l.Entity);
        return
        [
            .. app.Entities.All.Select(e => new EntityTable(
                e.Name,
                e.Table,
                app.Context.RowsOf(e.Name),
                app.Context.Rows.ContainsKey(e.Name),
                [.. e.Keys.Select(k => (IReadOnlyList<string>)[.. k.Order(StringComparer.Ordinal)])],
                e.Indexes,
                [.. e.Filters.Select(f => f.Name ?? string.Join(", ", f.Conditions.Select(c => c.Column).Distinct()))],
                [.. lookups[e]])),
        ];
    }
}
