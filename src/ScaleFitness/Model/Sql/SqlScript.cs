namespace ScaleFitness.Model.Sql;

/// <summary>Reads a text of SQL into its statements. It never fails: what cannot be read has no SELECTs.</summary>
public static class SqlScript
{
    /// <summary>Longer texts are scripts that no request sends.</summary>
    private const int LengthLimit = 100_000;

    /// <summary>The statements of a text, in order; none where it is no SQL.</summary>
    public static IReadOnlyList<SqlStatement> Read(string text) =>
        text.Length <= LengthLimit && SqlNode.Statements(SqlTokenizer.Read(text)) is { } statements ? [.. statements.Select(Statement)] : [];

    private static SqlStatement Statement(IReadOnlyList<SqlNode> nodes)
    {
        var expressions = new Dictionary<string, SqlSelect?>(StringComparer.OrdinalIgnoreCase);
        var rest = CommonTables.Read(nodes, expressions);
        while (rest is [{ Group: { } inner }])
            rest = inner;
        var first = rest.Count > 0 ? rest[0] : null;
        var verb = first is { Group: null, Token.Kind: SqlTokenKind.Word } ? first.Token.Text.ToUpperInvariant() : first is { Group: not null } ? "SELECT" : "";
        var (selects, limited) = verb == "SELECT" ? SelectReader.Union(rest, expressions, 0) : ([], false);
        return new(verb, selects, limited, Hints(nodes), [.. rest.Where(n => n.Group is null && n.Token.Kind == SqlTokenKind.Word).Select(n => n.Token.Text.ToUpperInvariant())]);
    }

    /// <summary>Words in the parentheses after WITH and OPTION, wherever they stand.</summary>
    private static HashSet<string> Hints(IReadOnlyList<SqlNode> nodes)
    {
        var hints = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < nodes.Count; i++)
            if (nodes[i].Group is { } group)
            {
                if (i > 0 && (nodes[i - 1].IsWord("WITH") || nodes[i - 1].IsWord("OPTION")))
                    hints.UnionWith(group.Where(n => n is { Group: null, Token.Kind: SqlTokenKind.Word }).Select(n => n.Token.Text.ToUpperInvariant()));
                hints.UnionWith(Hints(group));
            }

        return hints;
    }
}
