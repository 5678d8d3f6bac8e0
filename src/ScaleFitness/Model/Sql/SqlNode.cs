namespace ScaleFitness.Model.Sql;

/// <summary>A token, or what stands in a pair of parentheses.</summary>
/// <param name="Token">The token; the opening parenthesis for a group.</param>
/// <param name="Group">What stands inside, or null for a token.</param>
internal sealed record SqlNode(SqlToken Token, IReadOnlyList<SqlNode>? Group)
{
    public bool IsWord(string keyword) => Group is null && Token.IsWord(keyword);

    public bool IsSymbol(string symbol) => Group is null && Token.IsSymbol(symbol);

    public bool IsName => Group is null && Token.IsName;

    public bool IsHole => Group is null && Token.Kind == SqlTokenKind.Hole;

    /// <summary>Whether it, or anything inside it, is a hole.</summary>
    public bool HasHole => IsHole || Group is { } group && group.Any(n => n.HasHole);

    /// <summary>Deeper than people nest; reading stops there.</summary>
    private const int DepthLimit = 64;

    /// <summary>Statements, cut at semicolons; null where parentheses nest too deep to be worth reading.</summary>
    public static IReadOnlyList<IReadOnlyList<SqlNode>>? Statements(IReadOnlyList<SqlToken> tokens)
    {
        var statements = new List<IReadOnlyList<SqlNode>>();
        var open = new Stack<List<SqlNode>>();
        var current = new List<SqlNode>();
        foreach (var token in tokens)
            if (token.IsSymbol("("))
            {
                if (open.Count >= DepthLimit)
                    return null;
                open.Push(current);
                current = [];
            }
            else if (token.IsSymbol(")") && open.TryPop(out var outer))
            {
                outer.Add(new(new(SqlTokenKind.Symbol, "("), current));
                current = outer;
            }
            else if (token.IsSymbol(";") && open.Count == 0)
            {
                statements.Add(current);
                current = [];
            }
            else
            {
                current.Add(new(token, null));
            }

        // What nothing closes was cut off, or is no SQL.
        if (open.Count > 0)
            return null;
        statements.Add(current);
        return [.. statements.Where(s => s.Count > 0)];
    }
}
