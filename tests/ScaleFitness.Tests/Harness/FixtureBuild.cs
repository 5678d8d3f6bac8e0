using Microsoft.CodeAnalysis;

namespace ScaleFitness.Tests.Harness;

/// <summary>One way to compile a fixture. The findings must be the same in all of them.</summary>
/// <param name="Name">What failure messages call it.</param>
/// <param name="Optimization">Debug or Release.</param>
/// <param name="RuntimeAsync">Whether the runtime suspends async methods itself, so that the compiler writes no state machine.</param>
public sealed record FixtureBuild(string Name, OptimizationLevel Optimization, bool RuntimeAsync = false)
{
    /// <summary>State machines are classes, locals are kept.</summary>
    public static readonly FixtureBuild Debug = new("Debug", OptimizationLevel.Debug);

    /// <summary>State machines are structs, locals become stack slots.</summary>
    public static readonly FixtureBuild Release = new("Release", OptimizationLevel.Release);

    /// <summary>No state machine for async methods at all.</summary>
    public static readonly FixtureBuild ReleaseRuntimeAsync = new("Release, runtime async", OptimizationLevel.Release, RuntimeAsync: true);

    private static readonly Lazy<IReadOnlyList<FixtureBuild>> Available = new(() =>
        RuntimeAsyncSupport.IsOffered ? [Debug, Release, ReleaseRuntimeAsync] : [Debug, Release]);

    /// <summary>Every build that this compiler and this framework offer.</summary>
    public static IReadOnlyList<FixtureBuild> All => Available.Value;

    /// <inheritdoc />
    public override string ToString() => Name;
}
