namespace ScaleFitness.Model.Composition;

/// <summary>The server's own time limits on requests.</summary>
/// <param name="DefaultSeconds">The limit of every request that has none of its own; null where there is none.</param>
/// <param name="Policies">Names of the policies that endpoints may ask for.</param>
public sealed record ComposedTimeouts(double? DefaultSeconds, IReadOnlyList<string> Policies);
