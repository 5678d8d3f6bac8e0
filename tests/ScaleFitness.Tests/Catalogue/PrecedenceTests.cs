using ScaleFitness.Analysis;
using ScaleFitness.Code.Flow;
using ScaleFitness.Findings;
using ScaleFitness.Rules;
using ScaleFitness.Tests.Harness;
using ScaleFitness.Tests.Verdicts;
using ScaleFitness.Verdicts.Causes;

namespace ScaleFitness.Tests.Catalogue;

/// <summary>Each row of the table of precedence, held by an app in which both rules see one cause.</summary>
public class PrecedenceTests
{
    /// <summary>
    /// Rows of which a rule is still to be written. A row leaves the list when its rules are there, and then its app holds
    /// it: <c>Fixtures/Causes/Both.SF….SF….cs</c>, the rule that reports and the one that stays silent.
    /// </summary>
    private static readonly string[] Pending =
    [
        "SF4004.SF1001",
        "SF4004.SF1003",
    ];

    public static TheoryData<string> Rows() => [.. PrecedenceTable.Rows.Select(Name)];

    [Fact]
    public void Pending_rows_are_those_whose_rules_are_missing() =>
        Assert.Equal(PrecedenceTable.Rows.Where(row => !IsComplete(row)).Select(Name), Pending);

    [Theory, MemberData(nameof(Rows))]
    public void One_of_two_rules_reports(string name)
    {
        var row = PrecedenceTable.Rows.Single(row => Name(row) == name);
        Assert.Equal(!IsComplete(row), Pending.Contains(name));
        var path = Path.Combine(FixtureApp.Root, "Causes", $"Both.{name}.cs");
        Assert.True(File.Exists(path), $"{name} has no app: write Fixtures/Causes/Both.{name}.cs");
        var compiled = FixtureCompiler.Compile("App." + name, [SourceText.Read(path)], FixtureBuild.All[0], WorkFolder.Create(name));
        Assert.Equal("", string.Join('\n', compiled.Errors));
        if (!IsComplete(row))
            return;

        var outcomes = AppAnalysis.Run(new([compiled.AssemblyPath], [CatalogueRules.Create(row.Reports), CatalogueRules.Create(row.Silent)], new(), compiled.SourceFolder)).Outcomes;
        var (reporting, silent) = (Of(outcomes, row.Reports), Of(outcomes, row.Silent));
        Assert.True(reporting.Count > 0, $"{row.Reports} sees nothing in its app");
        Assert.True(silent.Count > 0, $"{row.Silent} sees nothing in the app: if it never does, the row is not needed");

        var judged = JudgeTests.Judge().Of(JudgeTests.Evidence([.. outcomes])).Findings.Select(finding => finding.Rule.Id).ToList();
        Assert.Equal(reporting.Count, judged.Count(id => id == row.Reports));
        Assert.DoesNotContain(row.Silent, judged);
    }

    [Fact]
    public void The_table_has_no_row_twice_and_no_circle()
    {
        Assert.Equal(PrecedenceTable.Rows.Count, PrecedenceTable.Rows.Select(row => new HashSet<string> { row.Reports, row.Silent }).Distinct(HashSet<string>.CreateSetComparer()).Count());
        Assert.All(PrecedenceTable.Rows, row => Assert.NotEqual(row.Reports, row.Silent));
        var over = PrecedenceTable.Rows.ToLookup(row => row.Reports, row => row.Silent);
        Assert.DoesNotContain(StronglyConnected.Components(over.Select(g => g.Key), id => over[id]), component => component.Count > 1);
        Assert.Equal(PrecedenceTable.Rows.Select(Name).Order(StringComparer.Ordinal), PrecedenceTable.Rows.Select(Name));
    }

    [Fact]
    public void The_documentation_says_what_the_table_says()
    {
        var (now, expected) = RuleTables.ComparePrecedence();
        Assert.True(now == expected, "docs/rules/README.md is stale: run the tests once with SCALEFITNESS_ACCEPT_DOCS=1 and commit what they write");
    }

    private static string Name(Precedence row) => $"{row.Reports}.{row.Silent}";

    private static bool IsComplete(Precedence row) => CatalogueRules.Has(row.Reports) && CatalogueRules.Has(row.Silent);

    private static IReadOnlyList<Finding> Of(IReadOnlyList<RuleOutcome> outcomes, string rule) => outcomes.Single(outcome => outcome.Rule.Id == rule).Findings;
}
