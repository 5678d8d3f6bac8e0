using System.Reflection;
using System.Text.Json.Nodes;
using ScaleFitness.Findings;
using ScaleFitness.Verdicts;

namespace ScaleFitness.Reports.Sarif;

/// <summary>The tool and its rules: what they are, what to do, and why one did not apply.</summary>
internal static class SarifRules
{
    public static JsonObject Driver(IReadOnlyList<RuleVerdict> verdicts) => new()
    {
        ["name"] = "ScaleFitness",
        ["semanticVersion"] = Version,
        ["rules"] = new JsonArray([.. verdicts.Select(v => Rule(v.Rule))]),
    };

    public static IEnumerable<JsonObject> Notifications(RuleVerdict verdict, int index)
    {
        if (verdict.Problem is { } problem)
            yield return About(SarifText.Notification("error", problem), verdict, index);
        if (verdict.NotApplicable is { } reason)
            yield return About(SarifText.Notification("note", $"{verdict.Rule.TestName}: not applicable: {reason}"), verdict, index);
    }

    /// <summary>SARIF's three levels.</summary>
    public static string Level(Severity severity) => severity switch
    {
        Severity.Blocker or Severity.High => "error",
        Severity.Medium => "warning",
        _ => "note",
    };

    // The build's own part of the version ("+commit") says nothing about the rules.
    private static string Version =>
        typeof(SarifRules).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static JsonObject About(JsonObject notification, RuleVerdict verdict, int index)
    {
        notification["associatedRule"] = new JsonObject { ["id"] = verdict.Rule.Id, ["index"] = index };
        return notification;
    }

    private static JsonObject Rule(RuleInfo rule) => new()
    {
        ["id"] = rule.Id,
        ["name"] = rule.Name,
        ["shortDescription"] = SarifText.Message(rule.Name),
        ["fullDescription"] = SarifText.Message(rule.Summary),
        ["help"] = new JsonObject
        {
            ["text"] = $"{rule.Summary}\n\nAt scale: {rule.AtScale}\n\nFix: {rule.Fix.Advice}\n\nBefore:\n{rule.Fix.Before}\n\nAfter:\n{rule.Fix.After}\n\nPage: {rule.Page}",
            ["markdown"] = $"{rule.Summary}\n\n**At scale:** {rule.AtScale}\n\n**Fix:** {rule.Fix.Advice}\n\nBefore:\n```csharp\n{rule.Fix.Before}\n```\nAfter:\n```csharp\n{rule.Fix.After}\n```\n\nPage: `{rule.Page}`",
        },
        ["defaultConfiguration"] = new JsonObject { ["level"] = Level(rule.DefaultSeverity) },
        ["properties"] = new JsonObject
        {
            ["severity"] = Words.Of(rule.DefaultSeverity),
            ["tags"] = new JsonArray("scalability"),
        },
    };
}
