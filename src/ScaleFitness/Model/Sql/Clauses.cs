namespace ScaleFitness.Model.Sql;

/// <summary>Cuts a SELECT into its clauses.</summary>
internal static class Clauses
{
    private static readonly HashSet<string> Starts = new(StringComparer.OrdinalIgnoreCase)
    {
        "SELECT", "INTO", "FROM", "WHERE", "GROUP", "HAVING", "WINDOW", "QUALIFY", "ORDER", "LIMIT", "OFFSET", "FETCH", "FOR", "OPTION", "LOCK",
    };

    /// <summary>Each clause by its first word in capitals, without that word; a word that occurs twice goes on with the first (<c>FOR UPDATE</c> behind <c>FOR SHARE</c>).</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<SqlNode>> Split(IReadOnlyList<SqlNode> nodes)
    {
        var clauses = new Dictionary<string, IReadOnlyList<SqlNode>>(StringComparer.Ordinal);
        var current = new List<SqlNode>();
        for (var i = 0; i < nodes.Count; i++)
            if (nodes[i] is { Group: null, Token.Kind: SqlTokenKind.Word } node && Starts.Contains(node.Token.Text) && !IsPartOfAnother(nodes, i))
            {
                var word = node.Token.Text.ToUpperInvariant();
                current = clauses.TryGetValue(word, out var known) ? (List<SqlNode>)known : [];
                clauses[word] = current;
            }
            else
            {
                current.Add(nodes[i]);
            }

        return clauses;
    }

    /// <summary><c>IS DISTINCT FROM</c>, <c>t.order</c>, <c>WITH ORDINALITY</c>, <c>AT TIME ZONE</c> and other words that only look like a clause's.</summary>
    private static bool IsPartOfAnother(IReadOnlyList<SqlNode> nodes, int at) =>
        at > 0 && (nodes[at - 1].IsSymbol(".") || nodes[at].IsWord("FROM") && nodes[at - 1].IsWord("DISTINCT") && at > 1 && !nodes[at - 2].IsWord("SELECT"))
        || nodes[at].IsWord("GROUP") && at > 0 && nodes[at - 1].IsWord("WITHIN");
}
