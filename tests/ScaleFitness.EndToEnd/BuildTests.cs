namespace ScaleFitness.EndToEnd;

/// <summary>What the package does to a build, and what it leaves alone.</summary>
public sealed class BuildTests
{
    [Fact]
    public async Task Compiles_nothing_where_it_is_turned_off()
    {
        using var shop = await Consumer.CreateAsync("xunit", "<ScaleFitness>false</ScaleFitness>");

        var outcome = await shop.TestAsync();

        Assert.True(outcome.ExitCode == 0, outcome.Output);
        Assert.Empty(outcome.Tests);
        Assert.Empty(Directory.GetFiles(shop.TestOutput, "ScaleFitness.run.json"));
    }

    [Fact]
    public async Task Builds_the_same_bytes_again_and_nothing_that_is_up_to_date()
    {
        using var shop = await Consumer.CreateAsync("xunit");
        var assembly = Path.Combine(shop.TestOutput, "Shop.Tests.dll");
        var run = Path.Combine(shop.TestOutput, "ScaleFitness.run.json");

        Assert.Equal(0, (await shop.BuildAsync()).ExitCode);
        var bytes = File.ReadAllBytes(assembly);
        Assert.Equal(0, (await shop.BuildAsync("--no-incremental")).ExitCode);
        Assert.Equal(bytes, File.ReadAllBytes(assembly));

        var written = (File.GetLastWriteTimeUtc(assembly), File.GetLastWriteTimeUtc(run));
        Assert.Equal(0, (await shop.BuildAsync()).ExitCode);
        Assert.Equal(written, (File.GetLastWriteTimeUtc(assembly), File.GetLastWriteTimeUtc(run)));

        Assert.Equal(0, (await shop.RunAsync(["clean", "Shop.Tests"])).ExitCode);
        Assert.False(File.Exists(run));
    }

    [Fact]
    public async Task Says_so_where_no_test_framework_is_referenced()
    {
        using var shop = await Consumer.CreateAsync("none", "<NotATestProject>true</NotATestProject>");

        var build = await shop.BuildAsync("-p:TreatWarningsAsErrors=false");

        Assert.Equal(0, build.ExitCode);
        Assert.Contains("warning SF0007: ScaleFitness compiled no tests into Shop.Tests", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Describes_the_app_to_a_test_written_by_hand_in_another_language()
    {
        using var shop = await Consumer.CreateAsync("xunit");
        var project = File.ReadAllText(shop.PathOf("Shop.Tests/Shop.Tests.csproj"));
        shop.Write("ByHand/ByHand.vbproj", project.Replace("<LangVersion>10.0</LangVersion>", "", StringComparison.Ordinal));
        shop.Write("ByHand/Fitness.vb", """
            Imports System.Linq
            Imports ScaleFitness.Testing
            Imports Xunit

            Public Class Fitness
                Public Shared Function Rules() As System.Collections.Generic.IEnumerable(Of Object())
                    Return TestRun.RuleNames(GetType(Fitness).Assembly).Select(Function(name) New Object() {name})
                End Function

                <Theory>
                <MemberData(NameOf(Rules))>
                Public Sub Rule(rule As String)
                    TestRun.Check(GetType(Fitness).Assembly, rule)
                End Sub
            End Class
            """);

        var unaware = await shop.RunAsync(["build", "ByHand", "-p:TreatWarningsAsErrors=false"]);
        Assert.Contains("warning SF0008: ScaleFitness compiles its tests into C# projects only", unaware.Output, StringComparison.Ordinal);

        var run = await shop.RunAsync(["test", "ByHand", "-p:NoWarn=SF0008"]);
        Assert.DoesNotContain("SF0008", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("ScaleFitness.run.json", run.Output, StringComparison.Ordinal);
        Assert.Contains("Total:", run.Output, StringComparison.Ordinal);
    }
}
