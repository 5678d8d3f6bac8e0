using ScaleFitness.Findings;
using ScaleFitness.Findings.Picture;

namespace ScaleFitness.Analysis;

/// <summary>What an analysis found, before configuration and baseline decide what fails.</summary>
public sealed record AnalysisResult
{
    /// <summary>One outcome for each rule that ran, in the order of their ids; the kit's own SF0004 and SF0005 are among them.</summary>
    public required IReadOnlyList<RuleOutcome> Outcomes { get; init; }

    /// <summary>Exceptions accepted by attribute in the app's code.</summary>
    public IReadOnlyList<Suppression> Suppressions { get; init; } = [];

    /// <summary>Methods that were given up on, each with its reason.</summary>
    public IReadOnlyList<NotAnalysed> NotAnalysed { get; init; } = [];

    /// <summary>References that could not be resolved, such as <c>Foo.Bar, Version=1.0.0.0</c>.</summary>
    public IReadOnlyList<string> Unresolved { get; init; } = [];

    /// <summary>The namespaces of the app's own code, sorted; empty is the global one.</summary>
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    /// <summary>The app as it was composed; null where it was not.</summary>
    public AppPicture? Picture { get; init; }

    /// <summary>Things to say once, such as an assembly without debug information.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>A method that the engine gave up on.</summary>
/// <param name="Method">The method, as people write it.</param>
/// <param name="Reason">Why.</param>
public sealed record NotAnalysed(string Method, string Reason);
