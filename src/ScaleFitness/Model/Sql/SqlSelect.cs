namespace ScaleFitness.Model.Sql;

/// <summary>A table that a statement names.</summary>
/// <param name="Name">Its name without the schema; null where only the running program knows it.</param>
/// <param name="Schema">The schema, or null.</param>
/// <param name="Alias">What the statement calls it, or null.</param>
public sealed record SqlTable(string? Name, string? Schema, string? Alias);

/// <summary>A column that a condition pins to a value from outside.</summary>
/// <param name="Qualifier">The table or alias before the point, or null.</param>
/// <param name="Name">The column.</param>
public sealed record SqlColumn(string? Qualifier, string Name);

/// <summary>One case of a filter: what must hold together.</summary>
/// <param name="Pinned">Columns that equal a value from outside, or are in a list of such.</param>
/// <param name="IsFiltered">Whether anything else about the row is asked.</param>
public sealed record SqlCase(IReadOnlyList<SqlColumn> Pinned, bool IsFiltered);

/// <summary>How a SELECT locks the rows it reads.</summary>
public enum RowLock
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary><c>FOR UPDATE</c> and its like: others wait.</summary>
    Waits,

    /// <summary><c>SKIP LOCKED</c>: others take other rows.</summary>
    Skips,
}

/// <summary>A SELECT, as far as its shape says how many rows it brings.</summary>
public sealed record SqlSelect
{
    /// <summary>Tables of its FROM; none where it has no FROM.</summary>
    public IReadOnlyList<SqlTable> Tables { get; init; } = [];

    /// <summary>SELECTs in its FROM, those of common table expressions that it names included.</summary>
    public IReadOnlyList<SqlSelect> Sources { get; init; } = [];

    /// <summary>Cases joined by "or"; one open case where nothing filters.</summary>
    public IReadOnlyList<SqlCase> Cases { get; init; } = [new([], false)];

    /// <summary><c>TOP</c>, <c>LIMIT</c>, <c>FETCH</c>, <c>OFFSET</c>, <c>ROWNUM</c>.</summary>
    public bool HasLimit { get; init; }

    /// <summary>Whether every column that it selects is an aggregate, or it groups.</summary>
    public bool IsAggregate { get; init; }

    /// <summary><c>SELECT DISTINCT</c> of one column.</summary>
    public bool IsDistinctColumn { get; init; }

    /// <summary><c>SELECT *</c> or <c>SELECT t.*</c>.</summary>
    public bool SelectsEverything { get; init; }

    /// <summary>How it locks what it reads.</summary>
    public RowLock Lock { get; init; }

    /// <summary>Whether a piece that only the running program knows stands where it could bound or filter.</summary>
    public bool IsOpen { get; init; }
}
