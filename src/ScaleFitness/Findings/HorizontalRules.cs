namespace ScaleFitness.Findings;

/// <summary>The rules about state (SF1): what keeps a second instance from giving the same answers as the first.</summary>
internal static class HorizontalRules
{
    /// <summary>Whether a rule is one of them.</summary>
    public static bool Contain(string rule) => rule.Length == 6 && rule.StartsWith("SF1", StringComparison.Ordinal);
}
