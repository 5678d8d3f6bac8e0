namespace ScaleFitness.EndToEnd;

/// <summary>What is wrong with the consumer's shop when its story begins, and what may go wrong later.</summary>
internal static class Defects
{
    private const string Bounded = "db.Orders.Where(o => o.Archived).OrderBy(o => o.Id).Take(50).ToListAsync();";
    private const string Unbounded = "db.Orders.Where(o => o.Archived).OrderBy(o => o.Id).ToListAsync();";

    /// <summary>The rules that must fail at first: a static cache, an unbounded query, no rate limit anywhere, and the team's own rule.</summary>
    public static IReadOnlySet<string> AtFirst { get; } = new HashSet<string> { "SF1001", "SF2001", "SF4001", "TEAM01" };

    /// <summary>The rule that a change breaks: no other is to mind it.</summary>
    public const string NewRule = "SF2001";

    /// <summary>Loses a bound, as a hasty change does.</summary>
    public static void Add(Consumer shop) => shop.Replace("Shop/Archive.cs", Bounded, Unbounded);

    public static void TakeBack(Consumer shop) => shop.Replace("Shop/Archive.cs", Unbounded, Bounded);

    /// <summary>The member of the static cache, as the verified file names it.</summary>
    public const string Cache = "F:Shop.Prices.Known";

    public static void MendCache(Consumer shop)
    {
        shop.Replace("Shop/Prices.cs", "return Known[sku] = order.Price;", "return order.Price;");
    }
}
