using ScaleFitness.Testing;
using ScaleFitness.Tests.Samples;

namespace ScaleFitness.Tests.Testing;

public sealed class RunFileTests
{
    [Fact]
    public void Reads_what_the_build_wrote()
    {
        using var folder = Folder("""{ "testAssembly": "Shop.Tests", "projectDirectory": "C:\\shop", "baseline": "C:\\shop\\v.json", "configuration": "", "reports": "out", "projects": { "Shop": "C:\\shop\\Shop.csproj" } }""");

        var run = RunFile.Read(folder.Path, "Shop.Tests");

        Assert.Equal(new RunFile("C:\\shop", "C:\\shop\\v.json", Configuration: null, Reports: "out") { Projects = run.Projects }, run);
        Assert.Equal("C:\\shop\\Shop.csproj", run.Projects["shop"]);
    }

    [Theory]
    [InlineData("{ \"testAssembly\": \"Shop.Tests\" }")]
    [InlineData("{ \"testAssembly\": 1 }")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{ \"testAssembly\": \"Other.Tests\" }")]
    public void Says_which_file_it_cannot_use(string text)
    {
        using var folder = Folder(text);

        var problem = Assert.Throws<ScaleFitnessException>(() => RunFile.Read(folder.Path, "Shop.Tests"));

        Assert.Contains(folder[RunFile.Name], problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_it_is_missing()
    {
        using var folder = new TemporaryFolder();

        var problem = Assert.Throws<ScaleFitnessException>(() => RunFile.Read(folder.Path, "Shop.Tests"));

        Assert.Contains("it is missing", problem.Message, StringComparison.Ordinal);
    }

    private static TemporaryFolder Folder(string text)
    {
        var folder = new TemporaryFolder();
        folder.Write(RunFile.Name, text);
        return folder;
    }
}
