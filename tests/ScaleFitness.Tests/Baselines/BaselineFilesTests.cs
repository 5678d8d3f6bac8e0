using ScaleFitness.Baselines;
using ScaleFitness.Tests.Samples;

namespace ScaleFitness.Tests.Baselines;

public sealed class BaselineFilesTests
{
    [Theory]
    [InlineData("ScaleFitness.verified.json", "ScaleFitness.received.json")]
    [InlineData("a.verified.b.verified.json", "a.verified.b.received.json")]
    [InlineData("baseline.json", "baseline.received.json")]
    public void The_received_file_is_named_after_the_verified_one(string verified, string received) =>
        Assert.Equal(Path.Combine("folder", received), new BaselineFiles(Path.Combine("folder", verified)).Received);

    [Fact]
    public void What_cannot_be_written_is_said()
    {
        using var folder = new TemporaryFolder();
        var files = new BaselineFiles(folder[Path.Combine("gone", "ScaleFitness.verified.json")]);
        var comparison = new Comparison([], [], [], [], []);

        Assert.Contains("could not be written", files.Settle(comparison, [Sample.Finding(Sample.StaticCache)], complete: true), StringComparison.Ordinal);
        Assert.Null(files.Settle(comparison, [], complete: true));
    }
}
