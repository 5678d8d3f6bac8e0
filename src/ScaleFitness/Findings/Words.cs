namespace ScaleFitness.Findings;

/// <summary>The words that users write and read for the scales. Never derived from culture.</summary>
internal static class Words
{
    /// <summary>Severities, the worst first.</summary>
    public static IReadOnlyDictionary<string, Severity> Severities { get; } = new Dictionary<string, Severity>
    {
        ["blocker"] = Severity.Blocker,
        ["high"] = Severity.High,
        ["medium"] = Severity.Medium,
        ["low"] = Severity.Low,
        ["info"] = Severity.Info,
    };

    /// <summary>Confidences, the surest first.</summary>
    public static IReadOnlyDictionary<string, Confidence> Confidences { get; } = new Dictionary<string, Confidence>
    {
        ["high"] = Confidence.High,
        ["medium"] = Confidence.Medium,
        ["low"] = Confidence.Low,
    };

    public static string Of(Resource resource) => resource switch
    {
        Resource.Memory => "memory",
        Resource.Processor => "processor time",
        Resource.Threads => "threads",
        Resource.Ports => "ports",
        Resource.Connections => "connections",
        Resource.Database => "the database",
        Resource.Neighbour => "the neighbour",
        Resource.Time => "time",
        _ => "correctness",
    };

    public static string Of(Severity severity) => Severities.First(word => word.Value == severity).Key;

    public static string Of(Confidence confidence) => Confidences.First(word => word.Value == confidence).Key;
}
