using ScaleFitness.Testing;
using ScaleFitness.Tests.Samples;

namespace ScaleFitness.Tests.Testing;

public sealed class TestBuildTests
{
    private static readonly string _here = AppContext.BaseDirectory;
    private static readonly string _program = typeof(TestBuildTests).Assembly.GetName().Name!;

    [Fact]
    public void The_program_comes_before_the_libraries() =>
        Assert.Equal([_program, "Mono.Cecil", "ScaleFitness"], Names(new TestBuild(["Mono.Cecil", "ScaleFitness", _program], App: null)));

    [Fact]
    public void The_app_that_the_project_names_comes_first() =>
        Assert.Equal(["ScaleFitness", "Mono.Cecil", _program], Names(new TestBuild(["Mono.Cecil", _program], App: "ScaleFitness")));

    [Fact]
    public void An_assembly_that_is_missing_or_none_is_listed_for_the_analysis_to_report()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Text.dll", "this is text");

        Assert.Equal([folder["Gone.dll"], folder["Text.dll"]], new TestBuild(["Text", "Gone"], App: null).AppAssemblies(folder.Path));
    }

    [Fact]
    public void Says_that_an_assembly_was_built_without_the_targets() =>
        Assert.Throws<ScaleFitnessException>(() => TestBuild.Of(typeof(TestBuild).Assembly));

    private static IEnumerable<string?> Names(TestBuild build) => build.AppAssemblies(_here).Select(Path.GetFileNameWithoutExtension);
}
