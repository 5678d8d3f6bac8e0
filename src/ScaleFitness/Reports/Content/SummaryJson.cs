using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScaleFitness.Findings;
using ScaleFitness.Verdicts;

namespace ScaleFitness.Reports.Content;

/// <summary>Writes <c>summary.json</c>: counts for trend charts. Every severity and every rule has its key in each run, in the same order.</summary>
internal static class SummaryJson
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Overview overview)
    {
        var verdicts = overview.Input.Verdicts;
        var summary = new JsonObject
        {
            ["passed"] = verdicts.All(v => v.Passed),
            ["horizontalScalingReady"] = overview.Failure is null ? overview.Horizontal.Answer : "not known",
            ["breaksFirst"] = overview.Breaking.Count == 0 ? null : new JsonObject { ["factor"] = Math.Round(overview.Breaking[0].Point.Factor, 2), ["text"] = overview.Breaking[0].Point.Text },
            ["findings"] = Counts(overview.Findings.Count, overview.Findings.Count(f => f.Fails), overview.Accepted.Count),
            ["severities"] = new JsonObject(Words.Severities.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)overview.Count(s.Value)))),
            ["rules"] = new JsonObject(verdicts.Select(v => KeyValuePair.Create(v.Rule.Id, (JsonNode?)Of(v)))),
        };
        return summary.ToJsonString(Format).ReplaceLineEndings("\n") + "\n";
    }

    private static JsonObject Of(RuleVerdict verdict)
    {
        var counts = Counts(verdict.Failing.Count + verdict.Reported.Count, verdict.Failing.Count, verdict.Accepted.Count);
        counts["state"] = verdict.Problem is not null ? "not checked" : verdict.NotApplicable is not null ? "not applicable" : verdict.Passed ? "passed" : "failed";
        return counts;
    }

    private static JsonObject Counts(int open, int failing, int accepted) => new() { ["open"] = open, ["failing"] = failing, ["accepted"] = accepted };
}
