namespace ScaleFitness.Model.Sql;

/// <summary>What a condition says.</summary>
/// <param name="Cases">Cases joined by "or".</param>
/// <param name="HasRowNumber">Whether it bounds Oracle's <c>ROWNUM</c>.</param>
/// <param name="IsOpen">Whether a hole stands for a condition rather than a value.</param>
internal sealed record SqlFilter(IReadOnlyList<SqlCase> Cases, bool HasRowNumber, bool IsOpen);

/// <summary>Reads a condition into what pins the row, what else filters, and what says nothing.</summary>
internal static class FilterReader
{
    /// <summary>Conditions with more cases than this are generated.</summary>
    private const int CaseLimit = 64;

    /// <summary>Keys have fewer columns than this.</summary>
    private const int ColumnLimit = 32;

    private static readonly SqlFilter Nothing = new([new([], false)], false, false);
    private static readonly SqlFilter Broad = new([new([], true)], false, false);
    private static readonly SqlFilter Open = new([new([], false)], false, true);

    private static readonly HashSet<string> Values = new(StringComparer.OrdinalIgnoreCase)
    {
        "TRUE", "FALSE", "NULL", "DEFAULT", "CURRENT_DATE", "CURRENT_TIMESTAMP", "CURRENT_USER", "CAST", "CONVERT", "ANY", "ALL", "ARRAY", "AS", "INT", "BIGINT", "UUID", "TEXT", "VARCHAR", "UNIQUEIDENTIFIER", "LOWER", "UPPER", "TRIM", "INTERVAL", "NOT",
    };

    public static SqlFilter Read(IReadOnlyList<SqlNode> nodes)
    {
        if (Cut(nodes, "OR") is { Count: > 1 } cases)
            return cases.Select(Read).Aggregate((a, b) => new([.. a.Cases.Concat(b.Cases).Take(CaseLimit)], false, a.IsOpen || b.IsOpen));
        if (Cut(nodes, "AND") is { Count: > 1 } terms)
            return terms.Select(Read).Aggregate(And);
        if (nodes is [{ Group: { } group }] && !(group is [{ } first, ..] && first.IsWord("SELECT")))
            return Read(group);
        return Term(nodes);
    }

    private static SqlFilter And(SqlFilter a, SqlFilter b) => new(
        [.. a.Cases.SelectMany(x => b.Cases.Select(y => new SqlCase([.. x.Pinned.Concat(y.Pinned).Distinct().Take(ColumnLimit)], x.IsFiltered || y.IsFiltered))).Take(CaseLimit)],
        a.HasRowNumber || b.HasRowNumber,
        a.IsOpen || b.IsOpen);

    /// <summary>Parts between a keyword, but not the AND of a BETWEEN, nor one inside CASE … END.</summary>
    private static IReadOnlyList<IReadOnlyList<SqlNode>> Cut(IReadOnlyList<SqlNode> nodes, string keyword)
    {
        var parts = new List<IReadOnlyList<SqlNode>>();
        var current = new List<SqlNode>();
        var between = false;
        var cases = 0;
        foreach (var node in nodes)
        {
            cases += node.IsWord("CASE") ? 1 : node.IsWord("END") ? -1 : 0;
            between |= node.IsWord("BETWEEN");
            if (node.IsWord(keyword) && cases <= 0 && !(keyword == "AND" && between))
            {
                parts.Add(current);
                current = [];
                continue;
            }

            if (between && node.IsWord("AND"))
                between = false;
            current.Add(node);
        }

        parts.Add(current);
        return parts;
    }

    private static SqlFilter Term(IReadOnlyList<SqlNode> nodes)
    {
        if (nodes.Count == 0)
            return Nothing;
        if (HasOpenHole(nodes))
            return Open;
        if (nodes[0].IsWord("ROWNUM"))
            return new([new([], true)], true, false);
        var at = IndexOfComparison(nodes);
        if (at > 0 && at + 1 < nodes.Count)
        {
            IReadOnlyList<SqlNode> left = [.. nodes.Take(at)];
            IReadOnlyList<SqlNode> right = [.. nodes.Skip(at + 1)];
            if (nodes[at].IsSymbol("=") || nodes[at].IsWord("IN"))
                return Pinned(left, right) ?? Pinned(right, left) ?? (IsColumn(left) && IsColumn(right) || IsConstant(nodes) ? Nothing : Broad);
        }

        return IsConstant(nodes) ? Nothing : Broad;
    }

    private static SqlFilter? Pinned(IReadOnlyList<SqlNode> column, IReadOnlyList<SqlNode> value)
    {
        var names = column.Where(n => !n.IsSymbol(".")).ToList();
        // lower(email) = lower(@email) pins as email = @email does.
        if (names is [{ Group: null } function, { Group: { } inside }] && (function.IsWord("LOWER") || function.IsWord("UPPER")))
            return Pinned(inside, value);
        if (names.Count == 0 || !IsColumn(column) || !IsValue(value))
            return null;
        return new([new([new(names.Count > 1 && names[^2].IsName ? names[^2].Token.Text : null, names[^1].Token.Text)], true)], false, false);
    }

    /// <summary><c>name</c>, <c>t.name</c>, <c>s.t.name</c>: names and points in turn.</summary>
    private static bool IsColumn(IReadOnlyList<SqlNode> nodes) =>
        nodes.Count % 2 == 1 && nodes[^1].IsName && !IsValueWord(nodes[^1])
        && nodes.Select((n, i) => i % 2 == 1 ? n.IsSymbol(".") : n.IsName || n.IsHole).All(fits => fits);

    /// <summary><c>1 = 1</c>, <c>TRUE</c>: says nothing, whatever the caller passes.</summary>
    private static bool IsConstant(IReadOnlyList<SqlNode> nodes) =>
        IsValue(nodes) && !nodes.Any(n => n.Token.Kind == SqlTokenKind.Parameter || n.HasHole);

    private static int IndexOfComparison(IReadOnlyList<SqlNode> nodes)
    {
        for (var i = 0; i < nodes.Count; i++)
            if (nodes[i].IsSymbol("=") || nodes[i].IsWord("IN"))
                return i > 0 && nodes[i - 1].IsWord("NOT") ? -1 : i;
        return -1;
    }

    /// <summary>Whether no column of the row is in it: parameters, literals, holes, functions of such; not a subselect.</summary>
    private static bool IsValue(IReadOnlyList<SqlNode> nodes)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = nodes[i];
            if (node.Group is { } group ? !IsValue(group) : node.IsName && !IsValueWord(node) && !IsFunctionOrType(nodes, i))
                return false;
        }

        return nodes.Count > 0;
    }

    private static bool IsFunctionOrType(IReadOnlyList<SqlNode> nodes, int at) =>
        (at + 1 < nodes.Count && nodes[at + 1].Group is not null && !nodes[at].IsWord("SELECT")) || (at > 0 && nodes[at - 1].IsSymbol("::"));

    private static bool IsValueWord(SqlNode node) => node.Token.Kind == SqlTokenKind.Word && Values.Contains(node.Token.Text);

    /// <summary>A hole where no value is expected: at the start, or behind a complete term.</summary>
    private static bool HasOpenHole(IReadOnlyList<SqlNode> nodes)
    {
        for (var i = 0; i < nodes.Count; i++)
            if (nodes[i].IsHole && !(i > 0 && TakesOperand(nodes[i - 1])) && !(i + 1 < nodes.Count && nodes[i + 1].IsSymbol(".")))
                return true;
        return false;
    }

    private static bool TakesOperand(SqlNode node) =>
        node is { Group: null, Token.Kind: SqlTokenKind.Symbol }
        || node.IsWord("IN") || node.IsWord("LIKE") || node.IsWord("ILIKE") || node.IsWord("BETWEEN") || node.IsWord("AND") || node.IsWord("ANY") || node.IsWord("IS") || node.IsWord("THEN") || node.IsWord("ELSE");
}
