using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScaleFitness.Findings;
using ScaleFitness.Rules;
using ScaleFitness.Tests.Harness;

namespace ScaleFitness.Tests.Catalogue;

/// <summary>Every rule is complete: an id of its own, a page, a row in the tables, a file of its name, fixtures on both sides of its border.</summary>
public partial class RuleTests
{
    private static readonly string[] Sections =
        ["## What it flags", "## Why it breaks at scale", "## Before and after", "## What it leaves alone", "## How to accept it"];

    public static TheoryData<string> Rules() => [.. RuleTables.Rules.Select(rule => rule.Id)];

    public static TheoryData<string> CatalogueRules() => [.. RuleDiscovery.In(typeof(Rule).Assembly).Select(rule => rule.Info.Id)];

    public static TheoryData<string> Tables() => [.. RuleTables.Files.Keys];

    [Fact]
    public void An_id_is_given_once() =>
        Assert.Equal(RuleTables.Rules.Select(rule => rule.Id).Distinct(), RuleTables.Rules.Select(rule => rule.Id));

    [Theory, MemberData(nameof(Rules))]
    public void A_rule_says_what_it_is_about(string id)
    {
        var rule = Rule(id);
        Assert.Matches(Id(), rule.Id);
        Assert.All(new[] { rule.Name, rule.Summary, rule.AtScale, rule.Fix.Advice, rule.Fix.Before, rule.Fix.After }, text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.All(new[] { rule.Summary, rule.AtScale, rule.Fix.Advice }, text => Assert.EndsWith(".", text, StringComparison.Ordinal));
        Assert.NotEqual(rule.Fix.Before, rule.Fix.After);
    }

    [Theory, MemberData(nameof(Rules))]
    public void A_rule_has_a_page_with_every_section(string id)
    {
        var rule = Rule(id);
        var path = Repository.At(rule.Page);
        Assert.True(File.Exists(path), $"{rule.Page} is missing");
        var lines = File.ReadAllLines(path);
        Assert.Equal($"# {rule.TestName}", lines[0]);
        Assert.Equal(Sections, lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.StartsWith("Severity: ", StringComparison.Ordinal) && line.Contains(rule.DefaultSeverity.ToString().ToUpperInvariant(), StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Tables))]
    public void A_table_of_rules_is_what_the_rules_say(string file)
    {
        var (now, expected) = RuleTables.Compare(file);
        Assert.True(now == expected, $"{file} is stale: run the tests once with SCALEFITNESS_ACCEPT_DOCS=1 and commit what they write");
    }

    [Fact]
    public void Every_page_is_of_a_rule() =>
        Assert.Equal(
            RuleTables.Rules.Select(rule => rule.Id),
            Directory.EnumerateFiles(Repository.At("docs", "rules"), "SF*.md").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(CatalogueRules))]
    public void A_rule_stands_in_a_file_of_its_name(string id)
    {
        var type = Harness.CatalogueRules.Create(id).GetType();
        Assert.StartsWith(id, type.Name, StringComparison.Ordinal);
        Assert.Single(Repository.Sources(), path => Path.GetFileName(path) == type.Name + ".cs");
    }

    /// <summary>A near-miss is a function or field of a fixture in which nothing is marked.</summary>
    [Theory, MemberData(nameof(CatalogueRules))]
    public void A_rule_has_as_many_near_misses_as_findings(string id)
    {
        var apps = FixtureApp.All().Where(app => app.RuleId == id).ToList();
        var findings = apps.Sum(app => app.Markers().Markers.Count(marker => marker.Kind == MarkerKind.Finding));
        var nearMisses = apps.Sum(NearMisses);
        Assert.True(findings > 0, $"no fixture has a finding of {id}");
        Assert.True(nearMisses >= findings, $"{id}: {findings} findings, {nearMisses} near-misses");
    }

    private static int NearMisses(FixtureApp app)
    {
        var marked = app.Markers().Markers.Select(marker => (marker.File, marker.Line)).ToHashSet();
        return app.Sources.Sum(source => CSharpSyntaxTree.ParseText(source.Text).GetRoot().DescendantNodes()
            .Where(node => node is BaseMethodDeclarationSyntax or FieldDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
            .Select(node => node.GetLocation().GetLineSpan())
            .Count(span => !Enumerable.Range(span.StartLinePosition.Line + 1, span.EndLinePosition.Line - span.StartLinePosition.Line + 1).Any(line => marked.Contains((source.Name, line)))));
    }

    private static RuleInfo Rule(string id) => RuleTables.Rules.Single(rule => rule.Id == id);

    [GeneratedRegex(@"^SF\d{4}$")]
    private static partial Regex Id();
}
