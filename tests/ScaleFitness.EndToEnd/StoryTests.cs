namespace ScaleFitness.EndToEnd;

/// <summary>What a team lives through with the kit, from the first run to a broken file.</summary>
public sealed class StoryTests
{
    [Fact]
    public async Task A_team_accepts_what_it_has_and_lets_nothing_new_in()
    {
        using var shop = await Consumer.CreateAsync("xunit");

        var first = await shop.TestAsync();
        Assert.NotEqual(0, first.ExitCode);
        Assert.Superset(Defects.AtFirst.ToHashSet(), first.FailedRules.ToHashSet());
        Assert.Contains("Visits is a public static field", first.Of("TEAM01").Message, StringComparison.Ordinal);
        Assert.True(File.Exists(shop.Received));
        Assert.False(File.Exists(shop.Verified));

        shop.AcceptReceived("the shop is older than the kit");
        var accepted = await shop.TestAsync();
        accepted.AssertPassed();
        Assert.Contains("accepted", SummaryOf(accepted), StringComparison.Ordinal);
        Assert.False(File.Exists(shop.Received));

        Defects.Add(shop);
        var added = await shop.TestAsync();
        Assert.Equal([Defects.NewRule], added.FailedRules);
        Assert.Contains("1 new finding", added.Of(Defects.NewRule).Message, StringComparison.Ordinal);
        Assert.Contains("Archive.cs:line 8", added.Of(Defects.NewRule).StackTrace, StringComparison.Ordinal);

        Defects.TakeBack(shop);
        Assert.Contains(Defects.Cache, File.ReadAllText(shop.Verified), StringComparison.Ordinal);
        Defects.MendCache(shop);
        var mended = await shop.TestAsync();
        mended.AssertPassed();
        Assert.DoesNotContain(Defects.Cache, File.ReadAllText(shop.Verified), StringComparison.Ordinal);
        Assert.Contains("SF2001", File.ReadAllText(shop.Verified), StringComparison.Ordinal);
        Assert.False(File.Exists(shop.Received));

        await OnABuildServerNothingIsWritten(shop);
        await ABrokenFileFailsEveryRule(shop);
    }

    private static async Task OnABuildServerNothingIsWritten(Consumer shop)
    {
        var before = File.ReadAllBytes(shop.Verified);
        shop.Replace("Shop/Legacy.cs", "public static int Baskets;", "");
        (await shop.TestAsync(ci: true)).AssertPassed();
        Assert.Equal(before, File.ReadAllBytes(shop.Verified));

        Defects.Add(shop);
        var added = await shop.TestAsync(ci: true);
        Assert.Equal([Defects.NewRule], added.FailedRules);
        Assert.Equal(before, File.ReadAllBytes(shop.Verified));
        Assert.False(File.Exists(shop.Received));
    }

    private static async Task ABrokenFileFailsEveryRule(Consumer shop)
    {
        const string Broken = "{\n  \"accepted\": [\n    { \"rule\": \"SF1001\" \"at\": \"F:Shop.Prices.Known\" }\n  ]\n}\n";
        shop.Write(shop.Verified, Broken);
        // Not built again: a file that is judged at run time needs no build.
        var broken = await shop.TestAsync(ci: false, "--no-build");
        Assert.NotEqual(0, broken.ExitCode);
        Assert.NotEmpty(broken.Tests);
        Assert.All(broken.Tests, test => Assert.Matches(@"ScaleFitness\.verified\.json\(3,\d+\)", test.Message));
        Assert.Equal(Broken, File.ReadAllText(shop.Verified));
    }

    private static string SummaryOf(TestOutcome outcome) =>
        Assert.Single(outcome.Output.Split('\n'), line => line.TrimStart().StartsWith("ScaleFitness: ", StringComparison.Ordinal));
}
