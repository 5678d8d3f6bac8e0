namespace ScaleFitness.Model.Sql;

/// <summary>What a FROM clause names.</summary>
/// <param name="Tables">Tables, without those that stand for common table expressions.</param>
/// <param name="Sources">SELECTs.</param>
/// <param name="Pinned">Columns that a join's condition pins.</param>
/// <param name="IsOpen">Whether a hole stands where it is no table's name, or a source could not be read.</param>
internal sealed record FromClause(IReadOnlyList<SqlTable> Tables, IReadOnlyList<SqlSelect> Sources, IReadOnlyList<SqlColumn> Pinned, bool IsOpen);

/// <summary>Reads a FROM clause: tables with aliases, joins, derived tables.</summary>
internal sealed class FromReader(IReadOnlyDictionary<string, SqlSelect?> known, int depth)
{
    private static readonly HashSet<string> Joining = new(StringComparer.OrdinalIgnoreCase) { "JOIN", "INNER", "LEFT", "RIGHT", "FULL", "OUTER", "CROSS", "NATURAL", "APPLY", "LATERAL", "ONLY", "STRAIGHT_JOIN" };
    private static readonly HashSet<string> NoAlias = new(StringComparer.OrdinalIgnoreCase) { "ON", "USING", "WITH", "TABLESAMPLE", "USE", "FORCE", "IGNORE", "PARTITION" };

    private readonly List<SqlTable> _tables = [];
    private readonly List<SqlSelect> _sources = [];
    private readonly List<SqlColumn> _pinned = [];
    private bool _isOpen;

    public static FromClause Read(IReadOnlyList<SqlNode> nodes, IReadOnlyDictionary<string, SqlSelect?> known, int depth)
    {
        var reader = new FromReader(known, depth);
        reader.Read(nodes);
        return new(reader._tables, reader._sources, reader._pinned, reader._isOpen);
    }

    private void Read(IReadOnlyList<SqlNode> nodes)
    {
        var at = 0;
        while (at < nodes.Count)
        {
            while (at < nodes.Count && (nodes[at].IsSymbol(",") || IsJoining(nodes[at])))
                at++;
            if (at < nodes.Count)
                Source(nodes, ref at);
            while (at < nodes.Count && !nodes[at].IsSymbol(",") && !IsJoining(nodes[at]))
                if (nodes[at].IsWord("ON"))
                    Condition(nodes, ref at);
                else
                    _isOpen |= nodes[at++].IsHole;
        }
    }

    private void Source(IReadOnlyList<SqlNode> nodes, ref int at)
    {
        if (nodes[at].Group is { } group)
        {
            at++;
            Inner(group);
            return;
        }

        var names = new List<SqlNode>();
        while (at < nodes.Count && (nodes[at].IsName || nodes[at].IsHole))
        {
            names.Add(nodes[at++]);
            if (at >= nodes.Count || !nodes[at].IsSymbol("."))
                break;
            at++;
        }

        if (names.Count == 0)
        {
            at++;
            return;
        }

        // A function of rows: generate_series(…), unnest(@ids), OPENJSON(@json).
        if (at < nodes.Count && nodes[at].Group is not null && !nodes[at - 1].IsWord("WITH"))
        {
            at++;
            _sources.Add(new() { HasLimit = true });
            return;
        }

        var alias = Alias(nodes, ref at);
        var last = names[^1];
        if (names.Count == 1 && known.TryGetValue(last.Token.Text, out var expression))
            Add(expression);
        else
            _tables.Add(new(last.IsHole ? null : last.Token.Text, names.Count > 1 && !names[^2].IsHole ? names[^2].Token.Text : null, alias));
    }

    private void Inner(IReadOnlyList<SqlNode> group)
    {
        if (group is [{ } first, ..] && (first.IsWord("SELECT") || first.Group is [{ } inner, ..] && inner.IsWord("SELECT")))
        {
            var (parts, limited) = SelectReader.Union(group, known, depth + 1);
            if (parts.Count == 0)
                _isOpen = true;
            foreach (var part in parts)
                _sources.Add(part with { HasLimit = part.HasLimit || limited });
        }
        else if (group.Any(n => n.IsHole && group.Count == 1) || group.Any(n => n.IsWord("VALUES")))
        {
            _isOpen |= group.Any(n => n.IsHole);
            _sources.Add(new() { HasLimit = true });
        }
        else if (depth < 16)
        {
            // Joins in parentheses.
            var nested = Read(group, known, depth + 1);
            _tables.AddRange(nested.Tables);
            _sources.AddRange(nested.Sources);
            _pinned.AddRange(nested.Pinned);
            _isOpen |= nested.IsOpen;
        }
    }

    private void Add(SqlSelect? source)
    {
        if (source is null)
            _isOpen = true;
        else
            _sources.Add(source);
    }

    private static string? Alias(IReadOnlyList<SqlNode> nodes, ref int at)
    {
        if (at < nodes.Count && nodes[at].IsWord("AS"))
            at++;
        return at < nodes.Count && nodes[at].IsName && !IsJoining(nodes[at]) && !(nodes[at].Token.Kind == SqlTokenKind.Word && NoAlias.Contains(nodes[at].Token.Text)) ? nodes[at++].Token.Text : null;
    }

    private void Condition(IReadOnlyList<SqlNode> nodes, ref int at)
    {
        var start = ++at;
        while (at < nodes.Count && !nodes[at].IsSymbol(",") && !IsJoining(nodes[at]))
            at++;
        var filter = FilterReader.Read([.. nodes.Skip(start).Take(at - start)]);
        _isOpen |= filter.IsOpen;
        if (filter.Cases is [var only])
            _pinned.AddRange(only.Pinned);
    }

    private static bool IsJoining(SqlNode node) => node is { Group: null, Token.Kind: SqlTokenKind.Word } && Joining.Contains(node.Token.Text);
}
