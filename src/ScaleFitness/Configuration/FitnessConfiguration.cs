using ScaleFitness.Findings;

namespace ScaleFitness.Configuration;

/// <summary>What <c>scalefitness.json</c> says; what it does not say has its default.</summary>
internal sealed record FitnessConfiguration
{
    public ScaleContext Context { get; init; } = new();

    public FailOn FailOn { get; init; } = new(Severity.Medium, Confidence.Medium);

    /// <summary>What was said of rules by id: a severity for all their findings, or null for "off".</summary>
    public IReadOnlyDictionary<string, Severity?> Rules { get; init; } = new Dictionary<string, Severity?>();

    /// <summary>Globs of source files, relative to the repository, whose findings do not count.</summary>
    public IReadOnlyList<string> ExcludedPaths { get; init; } = [];

    /// <summary>The git reference since which changed lines count; null for all lines.</summary>
    public string? ChangedSince { get; init; }

    /// <summary>Namespace patterns by module name.</summary>
    public IReadOnlyDictionary<string, string> Modules { get; init; } = new Dictionary<string, string>();

    public Composition Composition { get; init; } = new();

    public bool IsOff(string rule) => Rules.TryGetValue(rule, out var severity) && severity is null;
}

/// <summary>The least severity and confidence of a finding that fails a test.</summary>
internal sealed record FailOn(Severity Severity, Confidence Confidence)
{
    public bool Holds(Finding finding) => finding.Severity >= Severity && finding.Confidence >= Confidence;
}

/// <summary>How the app's own host is composed.</summary>
internal sealed record Composition
{
    /// <summary>The environment's name; null for the host's own default.</summary>
    public string? Environment { get; init; }

    /// <summary>Settings that the host needs in order to be composed; nothing connects to what they name.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    public bool Enabled { get; init; } = true;

    /// <summary>How long the app's start-up may take.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);
}
