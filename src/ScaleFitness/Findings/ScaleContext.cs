namespace ScaleFitness.Findings;

/// <summary>The scale a team plans for. What it does not declare has a default, and projections say so.</summary>
public sealed record ScaleContext
{
    /// <summary>Rows assumed in a table that the context does not name: large enough that loading them all is a defect.</summary>
    public const long DefaultRows = 10_000;

    /// <summary>Tables of at most this many rows are small: reading one whole is no defect (catalogue, SF2001).</summary>
    public const long SmallTable = 1_000;

    /// <summary>How many instances of the app run side by side.</summary>
    public int Instances { get; init; } = 2;

    /// <summary>Requests a second over all instances.</summary>
    public double RequestsPerSecond { get; init; } = 100;

    /// <summary>How many times today's data and load the app must carry.</summary>
    public double Growth { get; init; } = 10;

    /// <summary>How many tenants share the app.</summary>
    public int Tenants { get; init; } = 100;

    /// <summary>Rows per entity name; <c>*</c> is every other entity.</summary>
    public IReadOnlyDictionary<string, long> Rows { get; init; } = new Dictionary<string, long>();

    /// <summary>The keys of the context that were declared, in the words of <c>scalefitness.json</c>.</summary>
    public IReadOnlySet<string> Declared { get; init; } = new HashSet<string>();

    /// <summary>The rows to assume for an entity.</summary>
    public long RowsOf(string entity) =>
        Rows.TryGetValue(entity, out var rows) || Rows.TryGetValue("*", out rows) ? rows : DefaultRows;

    /// <summary>Whether the context itself calls the entity's table small.</summary>
    public bool IsSmall(string entity) => Rows.TryGetValue(entity, out var rows) && rows <= SmallTable;
}
