using System.Text.Json.Nodes;

namespace ScaleFitness.Reports.Sarif;

/// <summary>The small objects that SARIF wraps texts in.</summary>
internal static class SarifText
{
    public static JsonObject Message(string text) => new() { ["text"] = text };

    public static JsonObject Notification(string level, string text) => new() { ["level"] = level, ["message"] = Message(text) };
}
