namespace ScaleFitness.EndToEnd;

/// <summary>The same tests in every test framework: same names, same messages, same files.</summary>
public sealed class FrameworkTests
{
    [Theory]
    [InlineData("xunit.v3")]
    [InlineData("NUnit")]
    [InlineData("MSTest")]
    public async Task Fails_is_accepted_passes(string framework)
    {
        using var shop = await Consumer.CreateAsync(framework);

        var first = await shop.TestAsync();
        Assert.NotEqual(0, first.ExitCode);
        Assert.Superset(Defects.AtFirst.ToHashSet(), first.FailedRules.ToHashSet());
        Assert.All(first.Tests, test => Assert.Matches("^(ScaleFitnessTests\\.)?Rule\\(rule: \"[A-Z]+[0-9]+ [^\"]+\"\\)$", test.Name));
        var failure = first.Of("TEAM01");
        Assert.Contains("Visits is a public static field", failure.Message, StringComparison.Ordinal);
        Assert.Contains(failure.Message.Split('\n')[^1].Trim(), first.Output, StringComparison.Ordinal);
        Assert.Contains("Legacy.cs:line 5", failure.StackTrace, StringComparison.Ordinal);
        Assert.Equal(1, shop.Analyses);

        shop.AcceptReceived("the shop is older than the kit");
        (await shop.TestAsync()).AssertPassed();
        Assert.Equal(1, shop.Analyses);
    }
}
