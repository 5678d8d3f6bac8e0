using ScaleFitness.Findings;

namespace ScaleFitness.Tests.Samples;

/// <summary>Rules and findings as an analysis might give them.</summary>
public static class Sample
{
    public static RuleInfo UnboundedQuery { get; } = Rule("SF2001", "unbounded query", Severity.Blocker);

    public static RuleInfo StaticCache { get; } = Rule("SF1001", "static mutable cache", Severity.High);

    public static RuleInfo Rule(string id, string name, Severity severity = Severity.High) =>
        new(id, name, severity, $"Summary of {id}.", $"At scale, {id} hurts.", new($"Advice of {id}.", "before();\nbefore();", "after();"));

    public static Place Place(string member, int line = 42, string? note = null) =>
        new(member, member[2..].Split('(')[0], new("src/Orders.cs", line, 9, line, 30) { FullPath = "/repo/src/Orders.cs", Snippet = "return all;" }, note);

    public static Finding Finding(RuleInfo rule, string member = "M:Shop.Orders.List", int line = 42, string? subject = null) => new()
    {
        Rule = rule,
        Severity = rule.DefaultSeverity,
        Confidence = Confidence.High,
        Message = $"{rule.Name} in {member}",
        Where = Place(member, line),
        Subject = subject,
    };

    public static RuleOutcome Outcome(RuleInfo rule, params Finding[] findings) => new(rule, Math.Max(1, findings.Length), findings);

    public static Suppression Suppression(string rule, string scope, string because = "measured") =>
        new(rule, scope, because, Place(scope.Length > 2 ? scope : "T:Shop.Orders", 7));
}
