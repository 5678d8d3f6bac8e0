using ScaleFitness.Model.Data;

namespace ScaleFitness.Model.Loops;

/// <summary>How many elements a sequence may have.</summary>
/// <param name="Kind">What decides it.</param>
/// <param name="Entity">The table whose rows they are, or null.</param>
/// <param name="Query">The query that brings them, where LINQ composed it.</param>
public sealed record SequenceSize(SizeKind Kind, string? Entity = null, Query? Query = null)
{
    internal static SequenceSize Program { get; } = new(SizeKind.Program);

    internal static SequenceSize Unknown { get; } = new(SizeKind.Unknown);

    /// <summary>Whether nothing that the program or its owner fixes bounds it.</summary>
    public bool IsOpen => Kind >= SizeKind.Unknown;

    /// <summary>In words, for a message: <c>every row of Order</c>.</summary>
    public string Words => Kind switch
    {
        SizeKind.Program => "each of a fixed few",
        SizeKind.Settings => "each of the configured",
        SizeKind.Batch => "each of a batch",
        SizeKind.Bound => Entity is null ? "each element of a page" : $"each {Entity} of a page",
        SizeKind.Sender => "each element of the list that was sent",
        SizeKind.Parent => Entity is null ? "each row of one parent" : $"each {Entity} of one parent",
        SizeKind.Table => Entity is null ? "each row of a query" : $"each {Entity} that a query brings",
        _ => "each element",
    };

    /// <summary>The greater of two: a sequence that may be either.</summary>
    internal static SequenceSize? Greater(SequenceSize? one, SequenceSize? other) =>
        one is null ? other : other is null || other.Kind <= one.Kind ? one : other;
}
