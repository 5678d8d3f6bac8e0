using System.Globalization;
using System.Text.Json.Nodes;
using ScaleFitness.Findings;
using ScaleFitness.Verdicts;

namespace ScaleFitness.Reports.Sarif;

/// <summary>Findings as SARIF results: failing, reported and accepted ones alike.</summary>
internal static class SarifResults
{
    public static IEnumerable<JsonObject> Of(RuleVerdict verdict, int ruleIndex) =>
        verdict.Failing.Select(f => Result(f, ruleIndex, failing: true, []))
            .Concat(verdict.Reported.Select(f => Result(f, ruleIndex, failing: false, [])))
            .Concat(verdict.Accepted.Select(a => Result(a.Finding, ruleIndex, failing: false, [Suppression(a)])));

    private static JsonObject Result(Finding finding, int ruleIndex, bool failing, JsonArray suppressions)
    {
        var result = new JsonObject
        {
            ["ruleId"] = finding.Rule.Id,
            ["ruleIndex"] = ruleIndex,
            ["level"] = SarifRules.Level(finding.Severity),
            ["message"] = SarifText.Message(finding.Message),
            ["locations"] = new JsonArray(SarifPlaces.Location(finding.Where)),
            ["partialFingerprints"] = new JsonObject { ["scaleFitness/v1"] = finding.Fingerprint.ToString() },
            // Where one result of a run tells of suppressions all must; an empty list says: not suppressed.
            ["suppressions"] = suppressions,
            ["properties"] = Properties(finding, failing),
        };
        if (finding.Path.Count > 0)
            result["codeFlows"] = new JsonArray(SarifPlaces.CodeFlow(finding.Path));
        if (finding.Related.Count > 0)
            result["relatedLocations"] = new JsonArray([.. finding.Related.Select(SarifPlaces.Location)]);
        return result;
    }

    private static JsonObject Properties(Finding finding, bool failing)
    {
        var properties = new JsonObject
        {
            ["severity"] = Words.Of(finding.Severity),
            ["confidence"] = Words.Of(finding.Confidence),
            ["failing"] = failing,
            ["fix"] = finding.Fix.Advice,
        };
        if (finding.SeverityNote is { } why)
            properties["severityNote"] = why;
        if (finding.Projection is { } projection)
            properties["projection"] = Projection(projection);
        return properties;
    }

    private static JsonObject Projection(Projection projection)
    {
        var figures = new JsonObject
        {
            ["quantity"] = projection.Quantity,
            ["at1"] = projection.At1,
            ["at10"] = projection.At10,
            ["at100"] = projection.At100,
            ["assumptions"] = new JsonArray([.. projection.Assumptions]),
        };
        if (projection.BreaksAt is { } breaks)
            figures["breaks"] = breaks.Text;
        if (projection.Exhausts is { } resource)
            figures["exhausts"] = Words.Of(resource);
        return figures;
    }

    private static JsonObject Suppression(AcceptedFinding accepted)
    {
        var suppression = new JsonObject
        {
            ["kind"] = accepted.InSource ? "inSource" : "external",
            ["status"] = "accepted",
            ["justification"] = accepted.Reason,
        };
        if (accepted.Until is { } until)
            suppression["properties"] = new JsonObject { ["until"] = until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        return suppression;
    }
}
