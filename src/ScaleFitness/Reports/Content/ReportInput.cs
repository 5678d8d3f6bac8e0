using ScaleFitness.Findings;
using ScaleFitness.Findings.Picture;
using ScaleFitness.Verdicts;

namespace ScaleFitness.Reports.Content;

/// <summary>Everything that a report tells of.</summary>
internal sealed record ReportInput
{
    /// <summary>One for each rule, in the order of ids.</summary>
    public required IReadOnlyList<RuleVerdict> Verdicts { get; init; }

    /// <summary>The scale that findings were judged by.</summary>
    public ScaleContext Context { get; init; } = new();

    /// <summary>The namespaces of the app's code, sorted; each is a component.</summary>
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    /// <summary>The app as it was composed, or null where it was not.</summary>
    public AppPicture? Picture { get; init; }

    /// <summary>Methods that were given up on.</summary>
    public IReadOnlyList<(string Method, string Reason)> NotAnalysed { get; init; } = [];

    /// <summary>References that could not be resolved.</summary>
    public IReadOnlyList<string> Unresolved { get; init; } = [];

    /// <summary>Things to say once.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Who accepted an exception and when, where git knows.</summary>
    public Func<AcceptedFinding, Origin?> OriginOf { get; init; } = _ => null;

    /// <summary>The day (UTC) that ages are counted to.</summary>
    public DateOnly Today { get; init; }
}

/// <summary>Where a line comes from.</summary>
/// <param name="Owner">Who wrote it last.</param>
/// <param name="Since">The day (UTC) of that change; null where it is not committed yet.</param>
internal sealed record Origin(string Owner, DateOnly? Since);
