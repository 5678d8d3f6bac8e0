using ScaleFitness.Tests.Harness;

namespace ScaleFitness.Tests;

/// <summary>C#'s constructs one by one: each call is seen once, in its source method, inside a loop or not.</summary>
public class ShapeTests
{
    private static readonly IShapeOracle Oracle = new EngineShapeOracle();

    public static TheoryData<string> Shapes() => [.. ShapeNames];

    public static TheoryData<string, string> ShapesInEveryBuild()
    {
        var data = new TheoryData<string, string>();
        foreach (var shape in ShapeNames)
            foreach (var build in FixtureBuild.All)
                data.Add(shape, build.Name);
        return data;
    }

    [Theory, MemberData(nameof(ShapesInEveryBuild))]
    public void Every_call_is_seen_once_where_its_author_wrote_it(string shape, string build)
    {
        var source = Source(shape);
        var seen = Oracle.Hits(Compile(source, FixtureBuild.All.Single(candidate => candidate.Name == build)).AssemblyPath);
        var difference = Difference(ShapeMarkers.Read(source).Hits, seen);
        Assert.True(difference.Length == 0, difference);
    }

    [Theory, MemberData(nameof(ShapesInEveryBuild))]
    public void Every_shape_compiles(string shape, string build) =>
        Assert.Empty(Compile(Source(shape), FixtureBuild.All.Single(candidate => candidate.Name == build)).Errors);

    [Theory, MemberData(nameof(ShapesInEveryBuild))]
    public void Every_call_stands_where_a_statement_begins(string shape, string build)
    {
        var source = Source(shape);
        var lines = SequencePoints.Of(Compile(source, FixtureBuild.All.Single(candidate => candidate.Name == build)).AssemblyPath);
        Assert.DoesNotContain(ShapeMarkers.Read(source).Hits, hit => !lines.Contains((source.Name, hit.Line)));
    }

    [Theory, MemberData(nameof(Shapes))]
    public void Every_shape_is_marked(string shape)
    {
        var markers = ShapeMarkers.Read(Source(shape));
        Assert.Empty(markers.Malformed);
        Assert.NotEmpty(markers.Hits);
    }

    [Fact]
    public void A_label_names_one_call()
    {
        var labels = ShapeNames.SelectMany(shape => ShapeMarkers.Read(Source(shape)).Hits).Select(hit => hit.Label).ToList();
        Assert.Equal(labels.Distinct(), labels);
    }

    [Theory]
    [InlineData("Probe.Hit(\"a\");")]
    [InlineData("Probe.Hit(\"a\"); // Hit owner=A.B loop=no")]
    [InlineData("Probe.Hit(\"a\"); // hit owner=A.B")]
    [InlineData("Probe.Hit(\"a\"); // hit owner=A.B loop=maybe")]
    [InlineData("Probe.Hit(\"a\"); // hit owner=A.<B>d__1 loop=no")]
    [InlineData("Probe.Hit(\"a\"); // hit none")]
    [InlineData("Probe.Is(1); // hit owner=A.B loop=no")]
    public void A_malformed_marker_or_an_unmarked_call_is_told(string line) =>
        Assert.Single(ShapeMarkers.Read(new SourceText("Sample.cs", line)).Malformed);

    private static IReadOnlyList<string> ShapeNames { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(FixtureApp.Root, "Shapes"), "*.cs").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    private static SourceText Source(string shape) => SourceText.Read(Path.Combine(FixtureApp.Root, "Shapes", shape + ".cs"));

    private static CompiledFixture Compile(SourceText source, FixtureBuild build)
    {
        var name = "Shapes." + Path.GetFileNameWithoutExtension(source.Name);
        return FixtureCompiler.Compile(name, [source], build, WorkFolder.Create($"{name} {build.Name}"));
    }

    /// <summary>What is missing and what is too much, with a hit that is seen twice counted twice.</summary>
    private static string Difference(IReadOnlyList<Hit> expected, IReadOnlyList<Hit> seen) => string.Join('\n',
        from hit in expected.Concat(seen).Distinct().OrderBy(hit => hit.Line).ThenBy(hit => hit.Label, StringComparer.Ordinal)
        let missing = expected.Count(hit.Equals) - seen.Count(hit.Equals)
        where missing != 0
        select $"{(missing > 0 ? "not seen: " : "not expected: ")}{hit}");
}
