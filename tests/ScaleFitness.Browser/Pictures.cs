using ScaleFitness.Findings;
using ScaleFitness.Findings.Picture;
using ScaleFitness.Reports.Content;
using ScaleFitness.Reports.Html;
using ScaleFitness.Verdicts;

namespace ScaleFitness.Browser;

/// <summary>A report with the picture of an app.</summary>
internal static class Pictures
{
    private static readonly RuleInfo Rule = new("SF2001", "unbounded query", Severity.Blocker, "Loads all.", "Grows.", new("Bound it.", "all", "some"));

    public static AppPicture Shop { get; } = new()
    {
        Services =
        [
            new("Shop.PriceCache", "PriceCache", Lane.Singleton),
            new("Shop.Clock", "Clock", Lane.Singleton),
            new("Shop.ShopDb", "ShopDb", Lane.Scoped),
            new("Shop.Orders", "Orders", Lane.Scoped),
            new("Shop.OrderValidatorWithAVeryLongNameIndeedThatDoesNotFit", "OrderValidatorWithAVeryLongNameIndeedThatDoesNotFit", Lane.Transient),
        ],
        Dependencies =
        [
            new("Shop.PriceCache", "Shop.ShopDb", "constructor", true),
            new("Shop.Orders", "Shop.ShopDb", "constructor", false),
            new("Shop.Orders", "Shop.Clock", "constructor", false),
            new("Shop.OrderValidatorWithAVeryLongNameIndeedThatDoesNotFit", "Shop.Clock", "factory", false),
        ],
        Endpoints =
        [
            new("GET", "/orders", "Shop.Orders.List", null, "anyone", new HashSet<string> { "M:Shop.Orders.List" }),
            new("POST", "/orders/{id:int}/<b>", "Shop.Orders.Pay", "per caller", "known callers", new HashSet<string>()),
        ],
        Entities = [new("Order", "orders", 10_000, ["Id (unique)", "CustomerId"], ["Number"])],
    };

    public static string Write(AppPicture picture)
    {
        var finding = new Finding
        {
            Rule = Rule,
            Severity = Severity.Blocker,
            Confidence = Confidence.High,
            Message = "Every row of Order is loaded",
            Where = new("M:Shop.Orders.List", "Shop.Orders.List", new("src/Orders.cs", 12, 9, 12, 30)),
        };
        var verdict = new RuleVerdict { Rule = Rule, Examined = 1, Failing = [finding] };
        var file = Path.Combine(Directory.CreateTempSubdirectory("scalefitness-report-").FullName, "report.html");
        File.WriteAllText(file, HtmlReport.Of(new Overview(new() { Verdicts = [verdict], Picture = picture })));
        return file;
    }
}
