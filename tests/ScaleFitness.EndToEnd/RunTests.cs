namespace ScaleFitness.EndToEnd;

/// <summary>Runs that begin in an unusual way: never a silent pass.</summary>
public sealed class RunTests
{
    [Fact]
    public async Task Fails_where_there_is_no_app()
    {
        using var shop = await WithoutAppAsync();

        var outcome = await shop.TestAsync();

        Assert.Contains("SF0004", outcome.FailedRules);
        Assert.NotEqual(0, outcome.ExitCode);
    }

    [Fact]
    public async Task Runs_once_from_a_folder_that_was_built_elsewhere()
    {
        using var shop = await Consumer.CreateAsync("xunit");
        await shop.TestAsync();
        shop.AcceptReceived("the shop is older than the kit");
        Assert.Equal(0, (await shop.BuildAsync()).ExitCode);

        // The sources stay behind, and the verified file with them; its copy beside the tests counts.
        Directory.Move(shop.TestOutput, shop.PathOf("elsewhere"));
        Directory.Delete(shop.PathOf("Shop.Tests"), recursive: true);
        File.Delete(shop.PathOf("elsewhere/analysed.log"));
        var there = await shop.RunAsync(["test", "elsewhere/Shop.Tests.dll"]);

        Assert.True(there.ExitCode == 0, there.Output);
        Assert.Single(File.ReadAllLines(shop.PathOf("elsewhere/analysed.log")));
    }

    [Fact]
    public async Task Says_what_is_missing_where_only_the_assembly_was_copied()
    {
        using var shop = await Consumer.CreateAsync("xunit");
        Assert.Equal(0, (await shop.BuildAsync()).ExitCode);
        File.Delete(Path.Combine(shop.TestOutput, "ScaleFitness.run.json"));

        var outcome = await shop.TestAsync(ci: false, "--no-build");

        Assert.NotEmpty(outcome.Tests);
        Assert.All(outcome.Tests, test => Assert.Contains("ScaleFitness.run.json, and it is missing", test.Message, StringComparison.Ordinal));
    }

    // The team's rule speaks of the app's types; without the app it has to go.
    private static async Task<Consumer> WithoutAppAsync()
    {
        var shop = await Consumer.CreateAsync("xunit", "<WithoutApp>true</WithoutApp>");
        shop.Delete("Shop.Tests/PublicStaticField.cs");
        return shop;
    }
}
