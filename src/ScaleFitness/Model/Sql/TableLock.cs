using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Sql;

/// <summary>How much a lock keeps others from.</summary>
public enum LockWidth
{
    /// <summary>The first rows of a table, the same for everybody.</summary>
    FirstRows,

    /// <summary>Whatever a condition that names no key meets, or all that a serializable transaction reads.</summary>
    Range,

    /// <summary>A table.</summary>
    Table,
}

/// <summary>A statement or transaction that locks more than the rows of one key.</summary>
/// <param name="Site">The call that says so.</param>
/// <param name="Width">How much it locks.</param>
/// <param name="What">What it says, as people write it: <c>TABLOCKX</c>, <c>LOCK TABLE</c>, <c>IsolationLevel.Serializable</c>.</param>
/// <param name="Table">The table, or null.</param>
public sealed record TableLock(Call Site, LockWidth Width, string What, string? Table);
