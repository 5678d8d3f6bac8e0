namespace ScaleFitness.Model.Data;

/// <summary>How many rows a query may bring, from few to all.</summary>
public enum Extent
{
    /// <summary>A bound, a key, an aggregate: the table's size does not matter.</summary>
    Bounded,

    /// <summary>The rows of one parent, or of a list of parents.</summary>
    ByForeignKey,

    /// <summary>The distinct values of a column.</summary>
    DistinctColumn,

    /// <summary>Filtered by something broad: a tenant, status, flag, date or text.</summary>
    Broad,

    /// <summary>The whole table.</summary>
    Whole,

    /// <summary>Filtered by something that the engine cannot see.</summary>
    Unknown,
}
