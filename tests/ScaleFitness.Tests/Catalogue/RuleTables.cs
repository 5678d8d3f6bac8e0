using ScaleFitness.Findings;
using ScaleFitness.Rules;
using ScaleFitness.Tests.Harness;

namespace ScaleFitness.Tests.Catalogue;

/// <summary>
/// The tables of rules in the documentation, written from the rules. A stale one fails its test; with
/// <c>SCALEFITNESS_ACCEPT_DOCS=1</c> set, the test writes it instead.
/// </summary>
internal static class RuleTables
{
    private const string Start = "<!-- rules -->";
    private const string End = "<!-- /rules -->";

    /// <summary>Files with a table, and what leads from them to a rule's page.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        ["README.md"] = "docs/rules/",
        ["docs/rules/README.md"] = "",
    };

    /// <summary>Every rule that a run reports: the kit's own and the catalogue's, by id.</summary>
    public static IReadOnlyList<RuleInfo> Rules { get; } =
        [.. KitRules.All.Concat(RuleDiscovery.In(typeof(Rule).Assembly).Select(rule => rule.Info)).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    private static bool Accepts => Environment.GetEnvironmentVariable("SCALEFITNESS_ACCEPT_DOCS") == "1";

    /// <summary>The file as it is, and as it should be; written where that was asked for.</summary>
    public static (string Now, string Expected) Compare(string file)
    {
        var path = Repository.At(file);
        var now = File.ReadAllText(path).ReplaceLineEndings("\n");
        var (start, end) = (now.IndexOf(Start, StringComparison.Ordinal), now.IndexOf(End, StringComparison.Ordinal));
        Assert.True(start >= 0 && end > start, $"{file} has no {Start} … {End}");
        var expected = now[..(start + Start.Length)] + "\n" + Table(Files[file]) + now[end..];
        if (Accepts && expected != now)
            File.WriteAllText(path, now = expected);
        return (now, expected);
    }

    private static string Table(string folder) =>
        "| rule | name | severity | what it flags |\n|---|---|---|---|\n"
        + string.Concat(Rules.Select(rule => $"| [{rule.Id}]({folder}{rule.Id}.md) | {rule.Name} | {rule.DefaultSeverity.ToString().ToUpperInvariant()} | {rule.Summary.Replace("|", "\\|", StringComparison.Ordinal)} |\n"));
}
