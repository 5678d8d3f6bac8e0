using ScaleFitness.Findings;
using ScaleFitness.Rules;
using ScaleFitness.Tests.Harness;
using ScaleFitness.Verdicts.Causes;

namespace ScaleFitness.Tests.Catalogue;

/// <summary>
/// The tables of rules in the documentation, written from the rules. A stale one fails its test; with
/// <c>SCALEFITNESS_ACCEPT_DOCS=1</c> set, the test writes it instead.
/// </summary>
internal static class RuleTables
{

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
    public static (string Now, string Expected) Compare(string file) => Compare(file, "rules", Table(Files[file]));

    /// <summary>The same for the table that says which of two rules reports.</summary>
    public static (string Now, string Expected) ComparePrecedence() => Compare("docs/rules/README.md", "precedence", PrecedenceRows());

    private static (string Now, string Expected) Compare(string file, string marker, string table)
    {
        var path = Repository.At(file);
        var now = File.ReadAllText(path).ReplaceLineEndings("\n");
        var (begin, finish) = ($"<!-- {marker} -->", $"<!-- /{marker} -->");
        var (start, end) = (now.IndexOf(begin, StringComparison.Ordinal), now.IndexOf(finish, StringComparison.Ordinal));
        Assert.True(start >= 0 && end > start, $"{file} has no {begin} … {finish}");
        var expected = now[..(start + begin.Length)] + "\n" + table + now[end..];
        if (Accepts && expected != now)
            File.WriteAllText(path, now = expected);
        return (now, expected);
    }

    private static string Table(string folder) =>
        "| rule | name | severity | what it flags |\n|---|---|---|---|\n"
        + string.Concat(Rules.Select(rule => $"| [{rule.Id}]({folder}{rule.Id}.md) | {rule.Name} | {rule.DefaultSeverity.ToString().ToUpperInvariant()} | {rule.Summary.Replace("|", "\\|", StringComparison.Ordinal)} |\n"));

    // A rule that is still to come has no page, and nobody can meet it: its rows come with it.
    private static string PrecedenceRows() =>
        "| reports | stays silent | where both see |\n|---|---|---|\n"
        + string.Concat(PrecedenceTable.Rows.Where(row => Knows(row.Reports) && Knows(row.Silent)).Select(row => $"| [{row.Reports}]({row.Reports}.md) | [{row.Silent}]({row.Silent}.md) | {row.Example} |\n"));

    private static bool Knows(string id) => Rules.Any(rule => rule.Id == id);
}
