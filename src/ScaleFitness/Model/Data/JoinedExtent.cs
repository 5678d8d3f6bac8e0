namespace ScaleFitness.Model.Data;

/// <summary>Works out how many rows joined tables leave: a table has few if a key or parent of its own equals something few.</summary>
internal sealed class JoinedExtent
{
    private readonly IReadOnlyList<(Entity? Entity, int Group)> _tables;
    private readonly HashSet<int> _optional;
    private readonly IReadOnlyList<JoinFact> _facts;
    private readonly Extent[] _extents;

    private JoinedExtent(IReadOnlyList<(Entity? Entity, int Group)> tables, IReadOnlySet<int> optional, IReadOnlyList<JoinFact> facts)
    {
        _tables = tables;
        // A row that the filter asks to equal something is there.
        _optional = optional.Except(facts.Where(f => f is { Group: null, Other: null }).Select(f => tables[f.Column.Table].Group)).ToHashSet();
        _facts = facts;
        _extents = [.. tables.Select(_ => Extent.Whole)];
    }

    /// <summary>The worst of the cases, or null where one leaves many.</summary>
    /// <param name="tables">The joined tables, each with the join that brought it.</param>
    /// <param name="optional">Joins without which a row stays.</param>
    /// <param name="aside">Joins that put rows beside a row, and make no more of them.</param>
    /// <param name="cases">What holds, as cases joined by "or".</param>
    public static Extent? Of(IReadOnlyList<(Entity? Entity, int Group)> tables, IReadOnlySet<int> optional, IReadOnlySet<int> aside, IReadOnlyList<IReadOnlyList<JoinFact>> cases)
    {
        var worst = Extent.Bounded;
        foreach (var facts in cases)
        {
            var joined = new JoinedExtent(tables, optional, facts);
            while (joined.Narrows())
            {
            }

            var extent = joined._extents.Where((_, i) => !aside.Contains(tables[i].Group)).Max();
            worst = extent > worst ? extent : worst;
        }

        return worst is Extent.Bounded or Extent.ByForeignKey ? worst : null;
    }

    private bool Narrows()
    {
        var changed = false;
        for (var i = 0; i < _tables.Count; i++)
            if (_tables[i].Entity is { } entity && Narrowed(i, entity) is var extent && extent < _extents[i])
            {
                _extents[i] = extent;
                changed = true;
            }

        return changed;
    }

    private Extent Narrowed(int table, Entity entity)
    {
        var single = Known(table, Extent.Bounded);
        if (entity.Keys.Any(k => k.IsSubsetOf(single)))
            return Extent.Bounded;
        var few = Known(table, Extent.ByForeignKey);
        return few.Contains("") || entity.Keys.Any(k => k.IsSubsetOf(few)) || few.Any(c => QueryExtents.IsParent(c, entity)) ? Extent.ByForeignKey : Extent.Whole;
    }

    /// <summary>Columns that equal something from outside, or a column of a table with no more rows than that.</summary>
    private HashSet<string> Known(int table, Extent atMost) =>
        [.. _facts.Where(f => f.Column.Table == table && Tells(f, table) && (f.Other is not { } other || _extents[other.Table] <= atMost)).Select(f => f.Column.Name)];

    /// <summary>An optional join tells of the table it brings, not of those that stay without it.</summary>
    private bool Tells(JoinFact fact, int table) => fact.Group is not { } group || !_optional.Contains(group) || _tables[table].Group == group;
}
