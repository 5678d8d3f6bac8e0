namespace ScaleFitness.Model.Sql;

/// <summary>Reads <c>WITH a AS (…), b (x, y) AS (…)</c> before a statement.</summary>
internal static class CommonTables
{
    /// <summary>Adds each to the known ones, null for one that is no readable SELECT, and returns the statement after them.</summary>
    public static IReadOnlyList<SqlNode> Read(IReadOnlyList<SqlNode> nodes, Dictionary<string, SqlSelect?> known)
    {
        if (nodes.Count == 0 || !nodes[0].IsWord("WITH"))
            return nodes;
        var at = nodes.Count > 1 && nodes[1].IsWord("RECURSIVE") ? 2 : 1;
        while (at < nodes.Count && nodes[at].IsName)
        {
            var name = nodes[at].Token.Text;
            while (++at < nodes.Count && !nodes[at].IsWord("AS"))
                if (nodes[at].Group is null)
                    return nodes;
            while (++at < nodes.Count && nodes[at].Group is null)
                if (nodes[at].Token.Kind != SqlTokenKind.Word)
                    return nodes;
            if (at >= nodes.Count)
                return nodes;
            known[name] = Source(nodes[at].Group!, known);
            if (++at >= nodes.Count || !nodes[at].IsSymbol(","))
                break;
            at++;
        }

        return [.. nodes.Skip(at)];
    }

    private static SqlSelect? Source(IReadOnlyList<SqlNode> group, Dictionary<string, SqlSelect?> known) =>
        SelectReader.Union(group, known, 1) is ([var only], var limited) ? only with { HasLimit = only.HasLimit || limited } : null;
}
