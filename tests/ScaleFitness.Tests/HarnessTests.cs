using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Rules;
using ScaleFitness.Tests.Harness;

namespace ScaleFitness.Tests;

public class HarnessTests
{
    [Theory]
    [InlineData("Run(); // finding SF2001", MarkerKind.Finding, 0, null)]
    [InlineData("Run(); // finding SF2001: the whole table", MarkerKind.Finding, 0, null)]
    [InlineData("Run(); // finding SF2001 HIGH", MarkerKind.Finding, 1, null)]
    [InlineData("Run(); // finding SF2001 BLOCKER/HIGH @medium: text", MarkerKind.Finding, 2, Confidence.Medium)]
    [InlineData("Run(); // finding SF2001 @low", MarkerKind.Finding, 0, Confidence.Low)]
    [InlineData("Run(); // limit SF2001: delegates in arrays are not followed", MarkerKind.Limit, 0, null)]
    public void A_marker_is_read(string line, MarkerKind kind, int severities, Confidence? confidence)
    {
        var sheet = Read("using System;\n" + line);
        Assert.Empty(sheet.Malformed);
        var marker = Assert.Single(sheet.Markers);
        Assert.Equal((kind, "SF2001", 2, severities, confidence),
            (marker.Kind, marker.RuleId, marker.Line, marker.Severities.Count, marker.Confidence));
    }

    [Theory]
    [InlineData("Run(); // Finding SF2001")]
    [InlineData("Run(); // findings SF2001")]
    [InlineData("Run(); //finding SF2001")]
    [InlineData("Run(); // fnding SF2001")]
    [InlineData("Run(); // finding SF201")]
    [InlineData("Run(); // finding")]
    [InlineData("Run(); // finding SF2001 SEVERE")]
    [InlineData("Run(); // finding SF2001 high")]
    [InlineData("Run(); // finding SF2001 @sure")]
    [InlineData("Run(); // finding SF2001 because it loads all")]
    [InlineData("Run(); // finding SF2001:")]
    [InlineData("Run(); // limit SF2001")]
    [InlineData("Run(); // limit SF2001:")]
    [InlineData("Run(); // finding SF1001")]
    [InlineData("Run(); /* finding SF2001 */")]
    [InlineData("// finding SF2001")]
    public void What_only_looks_like_a_marker_is_malformed(string line)
    {
        var sheet = Read(line);
        Assert.Empty(sheet.Markers);
        Assert.Single(sheet.Malformed);
    }

    [Theory]
    [InlineData("Run(); // pages the query")]
    [InlineData("Run(\"// finding SF2001\");")]
    public void Other_text_is_no_marker(string line)
    {
        var sheet = Read(line);
        Assert.Empty(sheet.Markers);
        Assert.Empty(sheet.Malformed);
    }

    [Fact]
    public void Findings_as_marked_do_not_differ() =>
        Assert.Empty(FindingComparison.Compare(Read("Run(); // finding SF2001 HIGH").Markers, [Found(1)]));

    [Fact]
    public void Every_difference_is_told()
    {
        var markers = Read("""
            A(); // finding SF2001
            B(); // finding SF2001 LOW
            C(); // limit SF2001: not followed
            D(); // finding SF2001 @medium
            E(); // finding SF2001
            F();
            """).Markers;
        var differences = FindingComparison.Compare(markers, [Found(2), Found(3), Found(4), Found(5), Found(5), Found(6)]);
        Assert.Equal([1, 2, 3, 4, 5, 6], differences.Select(difference => difference.Line));
        Assert.Equal(
            ["missed", "severity", "found, and marked as a limit", "confidence", "not marked", "not marked"],
            differences.Zip(new[] { 6, 8, 28, 10, 10, 10 }, (difference, length) => difference.What[..length]));
    }

    [Fact]
    public void A_doubtful_finding_does_not_meet_a_marker_that_says_nothing_of_doubt()
    {
        var doubtful = Found(1) with { Confidence = Confidence.Low };
        Assert.Single(FindingComparison.Compare(Read("A(); // finding SF2001").Markers, [doubtful]));
        Assert.Empty(FindingComparison.Compare(Read("A(); // finding SF2001 @low").Markers, [doubtful]));
    }

    [Fact]
    public void A_finding_without_a_place_or_in_another_file_is_a_difference()
    {
        var elsewhere = Found(1) with { Where = new Place("M:Shop.M", "Shop.M", new SourceLocation("src/Other.cs", 1, 1, 1, 2)) };
        var nowhere = Found(1) with { Where = new Place("M:Shop.M", "Shop.M", null) };
        Assert.Equal(3, FindingComparison.Compare(Read("A(); // finding SF2001").Markers, [elsewhere, nowhere]).Count);
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void An_app_is_compiled_with_its_symbols_and_sources_at_hand(string name)
    {
        var build = FixtureBuild.All.Single(build => build.Name == name);
        var app = new FixtureApp("SF2001.Sample", "SF2001", [new SourceText("SF2001.Sample.cs", "await Task.Yield();")]);
        var compiled = FixtureCompiler.Compile(app, build);
        Assert.Empty(compiled.Errors);
        Assert.True(File.Exists(Path.ChangeExtension(compiled.AssemblyPath, ".pdb")));
        Assert.True(File.Exists(Path.Combine(compiled.SourceFolder, "SF2001.Sample.cs")));
        Assert.DoesNotContain("tests", compiled.SourceFolder);
    }

    [Fact]
    public void A_compiler_error_is_told_with_its_place()
    {
        var app = new FixtureApp("SF2001.Broken", "SF2001", [new SourceText("SF2001.Broken.cs", "\nclass A : Missing;")]);
        Assert.StartsWith("SF2001.Broken.cs(2): CS0246", Assert.Single(FixtureCompiler.Compile(app, FixtureBuild.Debug).Errors));
    }

    [Fact]
    public void The_scale_of_an_app_is_read_from_its_first_lines()
    {
        var app = new FixtureApp("SF2001.Sample", "SF2001", [new SourceText("a.cs", "// context rows.Country=250\nclass A;")]);
        Assert.True(app.Scale().IsSmall("Country"));
        Assert.False(app.Scale().IsSmall("Order"));
    }

    [Fact]
    public void A_verdict_names_rule_line_source_and_builds()
    {
        var app = new FixtureApp("SF2001.Quiet", "SF2001", [new SourceText("SF2001.Quiet.cs", "Console.Read();\nConsole.Read(); // finding SF2001\n")]);
        var verdict = FixtureVerdict.Of(app, new BlindRule());
        Assert.Contains("SF2001.Quiet: 1 difference", verdict);
        Assert.Contains("SF2001.Quiet.cs(2): every build: missed", verdict);
        Assert.Contains("    Console.Read(); // finding SF2001", verdict);
    }

    [Fact]
    public void An_app_in_which_nothing_is_marked_passes_a_rule_that_finds_nothing() =>
        Assert.Null(FixtureVerdict.Of(new FixtureApp("SF2001.Clean", "SF2001", [new SourceText("SF2001.Clean.cs", "Console.Read();")]), new BlindRule()));

    public static TheoryData<string> Builds() => [.. FixtureBuild.All.Select(build => build.Name)];

    private static MarkerSheet Read(string text) => MarkerSheet.Read([new SourceText("Sample.cs", text)], "SF2001");

    private static Finding Found(int line) => new()
    {
        Rule = new BlindRule().Info,
        Severity = Severity.High,
        Confidence = Confidence.High,
        Message = "loads all",
        Where = new Place("M:Shop.M", "Shop.M", new SourceLocation("src/Sample.cs", line, 1, line, 2)),
    };

    private sealed class BlindRule : Rule
    {
        public override RuleInfo Info => new("SF2001", "unbounded query", Severity.High, "", "", new Fix("", "", ""));

        public override RuleOutcome Examine(AppModel app) => Examined(1, []);
    }
}
