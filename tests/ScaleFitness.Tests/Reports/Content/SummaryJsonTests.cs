using ScaleFitness.Reports.Content;
using ScaleFitness.Tests.Samples;
using ScaleFitness.Verdicts;

namespace ScaleFitness.Tests.Reports.Content;

public sealed class SummaryJsonTests
{
    [Fact]
    public void Every_severity_and_rule_has_its_key() =>
        Assert.Equal(
            """
            {
              "passed": false,
              "horizontalScalingReady": "no",
              "breaksFirst": {
                "factor": 1,
                "text": "at the second instance: they differ"
              },
              "findings": {
                "open": 2,
                "failing": 2,
                "accepted": 1
              },
              "severities": {
                "blocker": 1,
                "high": 1,
                "medium": 0,
                "low": 0,
                "info": 0
              },
              "rules": {
                "SF1001": {
                  "open": 1,
                  "failing": 1,
                  "accepted": 0,
                  "state": "failed"
                },
                "SF2001": {
                  "open": 1,
                  "failing": 1,
                  "accepted": 1,
                  "state": "failed"
                },
                "SF3002": {
                  "open": 0,
                  "failing": 0,
                  "accepted": 0,
                  "state": "not applicable"
                },
                "SF3003": {
                  "open": 0,
                  "failing": 0,
                  "accepted": 0,
                  "state": "not checked"
                }
              }
            }

            """.ReplaceLineEndings("\n"),
            SummaryJson.Of(new(SampleReport.Input with { Verdicts = [.. SampleReport.Input.Verdicts.Where(v => v.Rule != SampleReport.Lock)] })));

    [Fact]
    public void Nothing_known_is_said_so()
    {
        var text = SummaryJson.Of(SampleReport.Of(new RuleVerdict { Rule = Sample.StaticCache, Problem = "it broke" }));
        Assert.Contains("\"breaksFirst\": null", text, StringComparison.Ordinal);
        Assert.Contains("\"horizontalScalingReady\": \"not known\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Under.Cultures), MemberType = typeof(Under))]
    public void Culture_changes_nothing(string culture) =>
        Assert.Equal(SummaryJson.Of(SampleReport.Overview), Under.Culture(culture, () => SummaryJson.Of(SampleReport.Overview)));
}
