using ScaleFitness.Testing;
using ScaleFitness.Tests.Samples;

namespace ScaleFitness.Tests.Testing;

public sealed class RunOptionsTests
{
    private static readonly TestBuild _build = new(["Shop"], App: null);

    [Fact]
    public void The_project_s_own_files_count_where_the_project_is()
    {
        using var project = new TemporaryFolder();
        var run = new RunFile(project.Path, project["team.verified.json"], project["team.json"], project["reports"]);

        var options = RunOptions.Of(_build, run, "/out");

        Assert.Equal(
            (project.Path, project["team.verified.json"], project["team.json"], project["reports"]),
            (options.ProjectDirectory, options.BaselinePath, options.ConfigurationPath, options.ReportsDirectory));
    }

    [Theory]
    [InlineData("/gone/from/here/")]
    [InlineData("C:\\gone\\from\\here\\")]
    public void Their_copies_beside_the_tests_count_where_it_is_not(string home)
    {
        using var output = new TemporaryFolder();
        var run = new RunFile(home + "Shop.Tests", home + "team.verified.json", home + "team.json", home + "reports");

        var options = RunOptions.Of(_build, run, output.Path);

        Assert.Equal(
            (output.Path, output["team.verified.json"], output["team.json"], output["ScaleFitness"]),
            (options.ProjectDirectory, options.BaselinePath, options.ConfigurationPath, options.ReportsDirectory));
    }

    [Fact]
    public void The_default_configuration_is_left_to_the_check()
    {
        using var project = new TemporaryFolder();

        var options = RunOptions.Of(_build, new RunFile(project.Path, project["v.json"], Configuration: null, Reports: null), "/out");

        Assert.Null(options.ConfigurationPath);
        Assert.Equal(Path.Combine("/out", "ScaleFitness"), options.ReportsDirectory);
    }
}
