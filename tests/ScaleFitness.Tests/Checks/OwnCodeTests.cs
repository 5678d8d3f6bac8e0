using ScaleFitness.Findings;

namespace ScaleFitness.Tests.Checks;

/// <summary>The kit obeys its own rules.</summary>
public sealed class OwnCodeTests
{
    [Fact]
    public void The_kit_finds_nothing_in_itself()
    {
        var report = Fitness.Check(new FitnessOptions { Assemblies = [typeof(Fitness).Assembly.Location] });
        Assert.All(report.Verdicts, verdict => Assert.True(verdict.Passed, verdict.Message));
        Assert.DoesNotContain(report.Findings, finding => finding.Severity > Severity.Low);
    }
}
