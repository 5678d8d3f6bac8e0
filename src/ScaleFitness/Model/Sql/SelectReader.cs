namespace ScaleFitness.Model.Sql;

/// <summary>Reads SELECTs clause by clause.</summary>
internal static class SelectReader
{
    /// <summary>SELECTs inside SELECTs deeper than this are left unread.</summary>
    private const int DepthLimit = 16;

    private static readonly HashSet<string> Aggregates = new(StringComparer.OrdinalIgnoreCase)
    {
        "COUNT", "COUNT_BIG", "SUM", "AVG", "MIN", "MAX", "STRING_AGG", "ARRAY_AGG", "JSON_AGG", "JSONB_AGG", "JSON_OBJECT_AGG", "GROUP_CONCAT", "BOOL_OR", "BOOL_AND", "EVERY", "STDDEV", "VARIANCE", "APPROX_COUNT_DISTINCT", "TOTAL",
        "EXISTS", "PERCENTILE_CONT", "STDEV", "VAR", "CHECKSUM_AGG", "JSON_ARRAYAGG", "BIT_OR",
    };

    /// <summary>The parts of a UNION, and whether a limit at its end holds for all of them. No parts where one is no SELECT.</summary>
    public static (IReadOnlyList<SqlSelect> Parts, bool HasOuterLimit) Union(IReadOnlyList<SqlNode> nodes, IReadOnlyDictionary<string, SqlSelect?> known, int depth)
    {
        if (depth > DepthLimit)
            return ([], false);
        var parts = new List<SqlSelect>();
        var start = 0;
        for (var i = 0; i <= nodes.Count; i++)
        {
            if (i < nodes.Count && !IsSetOperator(nodes[i]))
                continue;
            IReadOnlyList<SqlNode> part = [.. nodes.Skip(start).Take(i - start)];
            while (part is [{ Group: { } inner }, ..] && (part.Count == 1 || inner is [{ } word, ..] && word.IsWord("SELECT")))
            {
                // A limit behind the parentheses holds for all.
                if (part.Count > 1 && i == nodes.Count && part.Skip(1).Any(IsLimit))
                    return (parts.Count > 0 ? parts : [new()], true);
                part = inner;
            }

            if (Select(part, known, depth) is not { } select)
                return ([], false);
            parts.Add(select);
            start = i + 1;
            if (start < nodes.Count && (nodes[start].IsWord("ALL") || nodes[start].IsWord("DISTINCT")))
                start = ++i + 1;
        }

        return (parts, parts.Count > 1 && parts[^1].HasLimit);
    }

    private static SqlSelect? Select(IReadOnlyList<SqlNode> nodes, IReadOnlyDictionary<string, SqlSelect?> known, int depth)
    {
        if (nodes.Count == 0 || !nodes[0].IsWord("SELECT"))
            return null;
        var clauses = Clauses.Split(nodes);
        // Its rows go into a table, not to the caller.
        if (clauses.ContainsKey("INTO"))
            return null;
        var list = clauses["SELECT"];
        var isDistinct = list.Count > 1 && list[0].IsWord("DISTINCT") && !list[1].IsWord("ON");
        var hasTop = SkipModifiers(ref list, out var isOpenTop);
        var columns = Split(list);
        var from = clauses.TryGetValue("FROM", out var tables) ? FromReader.Read(tables, known, depth) : new([], [], [], false);
        var where = clauses.TryGetValue("WHERE", out var condition) ? FilterReader.Read(condition) : new([new([], false)], false, false);
        var order = clauses.GetValueOrDefault("ORDER", []);
        return new()
        {
            Tables = from.Tables,
            Sources = from.Sources,
            Cases = [.. where.Cases.Select(c => c with { Pinned = [.. c.Pinned, .. from.Pinned] })],
            HasLimit = hasTop || where.HasRowNumber || clauses.ContainsKey("LIMIT") || clauses.ContainsKey("OFFSET") || clauses.ContainsKey("FETCH"),
            IsAggregate = clauses.ContainsKey("GROUP") || (columns.Count > 0 && columns.All(IsAggregateColumn)),
            IsDistinctColumn = isDistinct && columns.Count == 1 && !columns[0][^1].IsSymbol("*"),
            SelectsEverything = columns.Any(c => c[^1].IsSymbol("*") && (c.Count == 1 || c[^2].IsSymbol("."))),
            Lock = LockOf(clauses.GetValueOrDefault("FOR", [])),
            IsOpen = isOpenTop || from.IsOpen || where.IsOpen || HasOpenEnd(order) || HasOpenEnd(clauses.GetValueOrDefault("GROUP", [])) || clauses.GetValueOrDefault("FOR", []).Any(n => n.IsHole),
        };
    }

    /// <summary><c>ALL</c>, <c>DISTINCT</c>, <c>DISTINCT ON (…)</c>, <c>TOP (n)</c>; whether there is a TOP that bounds.</summary>
    private static bool SkipModifiers(ref IReadOnlyList<SqlNode> list, out bool isOpen)
    {
        isOpen = list.Count > 1 && list[0].IsHole && !list[1].IsSymbol(",") && !list[1].IsSymbol(".");
        var at = 0;
        var hasTop = false;
        while (at < list.Count && list[at] is { Group: null } node)
        {
            if (node.IsWord("ALL") || node.IsWord("DISTINCT") || node.IsWord("SQL_CALC_FOUND_ROWS") || node.IsWord("STRAIGHT_JOIN"))
                at++;
            else if (node.IsWord("ON") && at + 1 < list.Count)
                at += 2;
            else if (node.IsWord("TOP") && at + 1 < list.Count)
            {
                at += 2;
                hasTop = at >= list.Count || !list[at].IsWord("PERCENT");
                if (!hasTop)
                    at++;
            }
            else
                break;
        }

        list = [.. list.Skip(at)];
        return hasTop;
    }

    /// <summary>The columns of a list, cut at commas.</summary>
    internal static IReadOnlyList<IReadOnlyList<SqlNode>> Split(IReadOnlyList<SqlNode> list)
    {
        var parts = new List<IReadOnlyList<SqlNode>>();
        var current = new List<SqlNode>();
        foreach (var node in list)
            if (node.IsSymbol(","))
            {
                parts.Add(current);
                current = [];
            }
            else
            {
                current.Add(node);
            }

        parts.Add(current);
        return [.. parts.Where(p => p.Count > 0)];
    }

    /// <summary>Whether its value is made of an aggregate, not a window function over the rows.</summary>
    private static bool IsAggregateColumn(IReadOnlyList<SqlNode> column)
    {
        for (var i = 0; i < column.Count; i++)
            if (column[i].Group is { } group)
            {
                if (i > 0 && column[i - 1] is { Group: null, Token.Kind: SqlTokenKind.Word } name && Aggregates.Contains(name.Token.Text))
                    return !column.Any(n => n.IsWord("OVER"));
                // COALESCE(SUM(x), 0), a scalar subselect.
                if (!(i > 0 && column[i - 1].IsWord("OVER")) && (IsAggregateColumn(group) || group is [{ } first, ..] && first.IsWord("SELECT") && i == 0))
                    return true;
            }

        return false;
    }

    private static RowLock LockOf(IReadOnlyList<SqlNode> clause) =>
        !clause.Any(n => n.IsWord("UPDATE") || n.IsWord("SHARE")) || clause.Any(n => n.IsWord("KEY") && clause.Any(o => o.IsWord("SHARE"))) ? RowLock.None
        : clause.Any(n => n.IsWord("SKIP")) ? RowLock.Skips
        : RowLock.Waits;

    /// <summary>A hole behind a complete term could be anything, a limit included.</summary>
    private static bool HasOpenEnd(IReadOnlyList<SqlNode> clause) =>
        clause.Where((n, i) => n.IsHole && i > 0 && !clause[i - 1].IsWord("BY") && !clause[i - 1].IsSymbol(",") && !clause[i - 1].IsSymbol(".")).Any();

    private static bool IsSetOperator(SqlNode node) => node.IsWord("UNION") || node.IsWord("EXCEPT") || node.IsWord("INTERSECT") || node.IsWord("MINUS");

    private static bool IsLimit(SqlNode node) => node.IsWord("LIMIT") || node.IsWord("FETCH") || node.IsWord("OFFSET");
}
