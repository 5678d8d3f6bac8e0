using ScaleFitness.Findings;

namespace ScaleFitness.Configuration;

/// <summary>Every key of <c>scalefitness.json</c>. The published schema is tested against these.</summary>
internal static class Keys
{
    public const string Off = "off";

    public static IReadOnlyList<string> Root { get; } =
        ["$schema", "context", "failOn", "rules", "paths", "changedSince", "modules", "composition"];

    public static IReadOnlyList<string> Context { get; } = ["instances", "requestsPerSecond", "growth", "tenants", "rows"];

    public static IReadOnlyList<string> FailOn { get; } = ["severity", "confidence"];

    public static IReadOnlyList<string> Paths { get; } = ["exclude"];

    public static IReadOnlyList<string> Composition { get; } = ["environment", "settings", "enabled", "timeLimit"];

    /// <summary>What a rule may be set to: off, or the severity of all its findings.</summary>
    public static IReadOnlyDictionary<string, Severity?> RuleSettings { get; } =
        new Dictionary<string, Severity?>(Words.Severities.Select(w => KeyValuePair.Create(w.Key, (Severity?)w.Value))) { [Off] = null };
}
