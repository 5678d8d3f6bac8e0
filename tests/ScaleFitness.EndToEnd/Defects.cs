namespace ScaleFitness.EndToEnd;

/// <summary>What is wrong with the consumer's shop when its story begins, and what may go wrong later.</summary>
internal static class Defects
{
    /// <summary>
    /// The rules that must fail at first; others may. Engine pending: SF1001 (Prices.cs), SF2001 and SF4001 (Program.cs)
    /// belong here as soon as the catalogue finds them; TEAM01 is the team's own rule.
    /// </summary>
    public static IReadOnlySet<string> AtFirst { get; } = new HashSet<string> { "TEAM01" };

    /// <summary>A defect that a change brings along: no other rule is to mind it.</summary>
    public const string NewRule = "TEAM01";

    public const string NewFile = "Shop/Fresh.cs";

    public const string NewText = """
        namespace Shop;

        public static class Fresh
        {
            public static int Ideas;
        }
        """;
}
