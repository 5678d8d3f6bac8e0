using ScaleFitness.Configuration;
using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Tests.Samples;
using ScaleFitness.Verdicts;

namespace ScaleFitness.Tests.Verdicts;

/// <summary>The declared scale raises a finding to BLOCKER, and the finding says so; defaults raise nothing.</summary>
public sealed class SeverityPolicyTests
{
    private static readonly string[] Everything = ["instances", "requestsPerSecond", "growth", "tenants", "rows"];

    // 100 requests a second on 2 instances are 50 each; a lock of 1 ms lets 1,000 through: it breaks at 20x. Across I/O, 20: at 0.4x.
    private static readonly ScaleContext Scale = new() { Declared = Everything.ToHashSet() };

    [Fact]
    public void A_lock_below_the_declared_load_is_a_blocker_and_says_so()
    {
        var finding = Apply(Scale, SerialCeiling.Project(Scale, acrossIo: true));
        Assert.Equal(Severity.Blocker, finding.Severity);
        Assert.Equal(
            "raised from MEDIUM to BLOCKER by the declared scale (context.requestsPerSecond, context.instances): at today's load already: the lock lets 20 requests a second through per instance, and the queue grows without end",
            finding.SeverityNote);
    }

    [Fact]
    public void A_full_scan_on_a_table_that_is_declared_large_is_a_blocker()
    {
        // 100 a second × 0.02 s = 2 cores of 8: at 4x.
        var large = Scale with { Rows = new Dictionary<string, long> { ["Order"] = 20_000 } };
        Assert.Contains("at 4x today's rows of Order", Apply(large, ScanTime.Project(large, "Order")).SeverityNote, StringComparison.Ordinal);
        // The team plans for three times today: it breaks beyond.
        Unchanged(large with { Growth = 3 }, ScanTime.Project(large, "Order"));
        // 10,000 rows break at 8x: degraded at ten times is what HIGH means, whatever the growth.
        var small = Scale with { Rows = new Dictionary<string, long> { ["Order"] = 10_000 } };
        Unchanged(small with { Growth = 100 }, ScanTime.Project(small, "Order"));
    }

    [Theory]
    [InlineData("requestsPerSecond")]
    [InlineData("instances")]
    public void What_rests_on_a_default_raises_nothing(string undeclared)
    {
        var context = Scale with { Declared = Everything.Where(key => key != undeclared).ToHashSet() };
        Unchanged(context, SerialCeiling.Project(context, acrossIo: true));
    }

    [Fact]
    public void Without_a_declared_growth_only_what_breaks_today_is_raised()
    {
        var context = Scale with { RequestsPerSecond = 20, Declared = Everything.Where(key => key != "growth").ToHashSet() };
        // 10 of 20 a second: at 2x.
        Unchanged(context, SerialCeiling.Project(context, acrossIo: true));
        Assert.Equal(Severity.Blocker, Apply(context with { RequestsPerSecond = 40 }, SerialCeiling.Project(context with { RequestsPerSecond = 40 }, acrossIo: true)).Severity);
    }

    [Theory]
    [InlineData(Severity.Low, Confidence.High)]
    [InlineData(Severity.High, Confidence.Low)]
    public void A_hint_stays_a_hint(Severity severity, Confidence confidence) =>
        Assert.Equal(severity, Apply(Scale, SerialCeiling.Project(Scale, acrossIo: true), severity, confidence).Severity);

    [Fact]
    public void A_second_instance_raises_nothing_by_itself() => Unchanged(Scale with { Instances = 40 }, LocalHitRate.Project(Scale));

    [Fact]
    public void What_breaks_out_of_view_raises_nothing() => Unchanged(Scale, new("rows", "1", "10", "100", []));

    [Fact]
    public void What_is_said_of_one_rule_weighs_more()
    {
        var configuration = new FitnessConfiguration { Context = Scale, Rules = new Dictionary<string, Severity?> { ["SF2001"] = Severity.Low } };
        var finding = new SeverityPolicy(configuration).Apply(Sample.Finding(Sample.UnboundedQuery) with { Severity = Severity.High, Projection = SerialCeiling.Project(Scale, acrossIo: true) });
        Assert.Equal(Severity.Low, finding.Severity);
        Assert.Null(finding.SeverityNote);
    }

    private static void Unchanged(ScaleContext context, Projection projection)
    {
        var finding = Apply(context, projection);
        Assert.Equal(Severity.Medium, finding.Severity);
        Assert.Null(finding.SeverityNote);
    }

    private static Finding Apply(ScaleContext context, Projection projection, Severity severity = Severity.Medium, Confidence confidence = Confidence.High) =>
        new SeverityPolicy(new FitnessConfiguration { Context = context }).Apply(
            Sample.Finding(Sample.UnboundedQuery) with { Severity = severity, Confidence = confidence, Projection = projection });
}
