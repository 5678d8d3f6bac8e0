using ScaleFitness.Findings;
using ScaleFitness.Reports.Content;
using ScaleFitness.Verdicts;

namespace ScaleFitness.Tests.Samples;

/// <summary>A report with something in every section.</summary>
internal static class SampleReport
{
    public static RuleInfo Lock { get; } = Sample.Rule("SF3001", "global lock", Severity.Blocker);

    public static Finding Query { get; } = Sample.Finding(Sample.UnboundedQuery, "M:Shop.Orders.OrderList.All", subject: "Order") with
    {
        Path = [Sample.Place("M:Shop.Orders.OrdersController.Get", 12, "entry point: GET /orders"), Sample.Place("M:Shop.Orders.OrderList.All")],
        Projection = new("rows per request", "10,000", "100,000", "1,000,000", ["10,000 rows of Order today (default)"]) { BreaksAt = new(4.4, "at 4.4x today's rows of Order: memory is full"), Exhausts = Resource.Memory },
    };

    public static Finding Cache { get; } = Sample.Finding(Sample.StaticCache, "F:Shop.Prices.PriceCache._all") with
    {
        SeverityNote = "raised by the context",
        Related = [Sample.Place("M:Shop.Prices.PriceCache.Set", 50, "changed here too")],
        Projection = new("hit rate", "90%", "45%", "4.5%", []) { BreaksAt = new(1, "at the second instance: they differ"), Exhausts = Resource.Correctness },
    };

    public static Finding Hint { get; } = Sample.Finding(Lock, "M:Shop.Orders.OrderList.Lock", 60) with
    {
        Confidence = Confidence.Low,
        Projection = new("waiting", "1", "2", "3", []) { BreaksAt = new(0.1, "at today's load already: a hint") },
    };

    public static AcceptedFinding Accepted { get; } = new(Sample.Finding(Sample.UnboundedQuery, "M:Shop.Countries.All", 70), "at most 250 countries", new(2027, 12, 31), InSource: false);

    public static ReportInput Input { get; } = new()
    {
        Verdicts =
        [
            new() { Rule = Sample.StaticCache, Failing = [Cache] },
            new() { Rule = Sample.UnboundedQuery, Failing = [Query], Accepted = [Accepted] },
            new() { Rule = Lock, Reported = [Hint] },
            new() { Rule = Sample.Rule("SF3002", "lock held across I/O"), NotApplicable = "nothing locks" },
            new() { Rule = Sample.Rule("SF3003", "sync over async"), Problem = "it threw" },
        ],
        Context = new() { Instances = 4, Rows = new Dictionary<string, long> { ["Country"] = 250 }, Declared = new HashSet<string> { "instances", "rows" } },
        Namespaces = ["Shop.Countries", "Shop.Orders", "Shop.Prices"],
        NotAnalysed = [("Shop.Big.Method", "it has too many states")],
        Unresolved = ["Lost, Version=1.0.0.0"],
        Notes = ["a note"],
        OriginOf = _ => new("Ada Lovelace", new(2027, 1, 1)),
        Today = new(2027, 3, 1),
    };

    public static Overview Overview { get; } = new(Input);

    public static Overview Of(params RuleVerdict[] verdicts) => new(new() { Verdicts = verdicts });
}
