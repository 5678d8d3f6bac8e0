using ScaleFitness.Composing;
using ScaleFitness.Findings;
using ScaleFitness.Rules;

namespace ScaleFitness.Analysis;

/// <summary>What to analyse, and with what.</summary>
/// <param name="Assemblies">Paths of the app's own assemblies.</param>
/// <param name="Rules">The rules to run.</param>
/// <param name="Context">The scale to judge by.</param>
/// <param name="RepositoryRoot">Where source paths are made relative to; null: the nearest folder above the sources that holds <c>.git</c>.</param>
public sealed record AnalysisRequest(
    IReadOnlyList<string> Assemblies,
    IReadOnlyList<Rule> Rules,
    ScaleContext Context,
    string? RepositoryRoot = null)
{
    /// <summary>The composing of the app's host, under way; null: nothing is composed, and the rules read code alone.</summary>
    internal Task<HostAnswer>? Host { get; init; }
}
