namespace ScaleFitness.Model.Loops;

/// <summary>What a loop goes round for.</summary>
public enum LoopKind
{
    /// <summary>Once for each element of a sequence: <c>foreach</c>, an index up to its count, a queue that is drained, a lambda that LINQ runs.</summary>
    Elements,

    /// <summary>A number of times.</summary>
    Counted,

    /// <summary>Once for each row that a data reader brings.</summary>
    ReaderRows,

    /// <summary>Once for each batch, page or piece.</summary>
    Batches,

    /// <summary>Once for each message, for as long as they come.</summary>
    Messages,

    /// <summary>Once for each tick of a clock.</summary>
    Ticks,

    /// <summary>No condition of its own ends it, at most a cancellation.</summary>
    Endless,

    /// <summary>Until something holds: a retry, a search, a climb up a tree.</summary>
    Until,
}
