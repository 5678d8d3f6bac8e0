using ScaleFitness.Tests.Harness;

namespace ScaleFitness.Tests;

/// <summary>Every rule against the apps made for it. One of them: <c>dotnet test --filter "DisplayName~SF2001.Orders"</c>.</summary>
public class FixtureTests
{
    public static TheoryData<string> Apps() => [.. FixtureApp.All().Select(app => app.Name)];

    public static TheoryData<string> AppsWithRule() =>
        [.. FixtureApp.All().Where(app => CatalogueRules.Has(app.RuleId)).Select(app => app.Name)];

    [Theory, MemberData(nameof(AppsWithRule))]
    public void Findings_are_exactly_the_marked_ones(string app)
    {
        var fixture = FixtureApp.Named(app);
        var differences = FixtureVerdict.Of(fixture, CatalogueRules.Create(fixture.RuleId));
        Assert.True(differences is null, differences);
    }

    [Theory, MemberData(nameof(Apps))]
    public void Every_fixture_compiles_in_every_build(string app)
    {
        var fixture = FixtureApp.Named(app);
        var errors = FixtureBuild.All.SelectMany(build => FixtureCompiler.Compile(fixture, build).Errors).Distinct();
        Assert.Equal("", string.Join('\n', errors));
    }

    [Theory, MemberData(nameof(Apps))]
    public void Every_marker_is_well_formed(string app) =>
        Assert.Empty(FixtureApp.Named(app).Markers().Malformed);

    [Theory, MemberData(nameof(Apps))]
    public void Every_marker_stands_where_a_statement_begins_in_every_build(string app)
    {
        var fixture = FixtureApp.Named(app);
        var markers = fixture.Markers().Markers.Where(marker => marker.File.EndsWith(".cs", StringComparison.Ordinal)).ToList();
        Assert.All(FixtureBuild.All, build =>
        {
            var lines = SequencePoints.Of(FixtureCompiler.Compile(fixture, build).AssemblyPath);
            Assert.DoesNotContain(markers, marker => !lines.Contains((marker.File, marker.Line)));
        });
    }

    [Fact]
    public void A_fixture_is_read_in_full_by_someone_who_judges_it() =>
        Assert.All(FixtureApp.All(), app => Assert.All(app.Sources, source =>
            Assert.True(source.Text.Split('\n').Length <= 400, $"{source.Name} is longer than 400 lines")));
}
