using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScaleFitness.Verdicts;

namespace ScaleFitness.Reports.Sarif;

/// <summary>Writes SARIF 2.1.0. The same verdicts give the same bytes on every machine: no times, no absolute paths, LF.</summary>
internal static class SarifReport
{
    private static readonly JsonSerializerOptions _format = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="verdicts">The verdicts, in the order of rule ids.</param>
    /// <param name="notes">Things to say once.</param>
    /// <param name="successful">Whether the checks ran at all.</param>
    public static string Of(IReadOnlyList<RuleVerdict> verdicts, IReadOnlyList<string> notes, bool successful)
    {
        var log = new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(Run(verdicts, notes, successful)),
        };
        // Line breaks inside texts are escaped, so that only those of the layout are replaced.
        return log.ToJsonString(_format).ReplaceLineEndings("\n") + "\n";
    }

    private static JsonObject Run(IReadOnlyList<RuleVerdict> verdicts, IReadOnlyList<string> notes, bool successful) => new()
    {
        ["tool"] = new JsonObject { ["driver"] = SarifRules.Driver(verdicts) },
        ["invocations"] = new JsonArray(Invocation(verdicts, notes, successful)),
        ["originalUriBaseIds"] = new JsonObject
        {
            [SarifPlaces.Root] = new JsonObject { ["description"] = SarifText.Message("The root of the repository.") },
        },
        ["columnKind"] = "utf16CodeUnits",
        ["results"] = new JsonArray([.. verdicts.SelectMany(SarifResults.Of)]),
    };

    private static JsonObject Invocation(IReadOnlyList<RuleVerdict> verdicts, IReadOnlyList<string> notes, bool successful)
    {
        var notifications = verdicts
            .Select((v, i) => (Verdict: v, Index: i))
            .SelectMany(v => SarifRules.Notifications(v.Verdict, v.Index))
            .Concat(notes.Select(n => SarifText.Notification("note", n)));
        return new()
        {
            ["executionSuccessful"] = successful,
            ["toolExecutionNotifications"] = new JsonArray([.. notifications]),
        };
    }
}
