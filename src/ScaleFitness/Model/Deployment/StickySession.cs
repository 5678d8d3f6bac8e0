using ScaleFitness.Findings;

namespace ScaleFitness.Model.Deployment;

/// <summary>A line of a deployment file that binds clients to instances.</summary>
/// <param name="Key">What it says, as the file names it.</param>
/// <param name="Path">The file, relative to the repository.</param>
/// <param name="Location">Where it says it.</param>
public sealed record StickySession(string Key, string Path, SourceLocation Location);
