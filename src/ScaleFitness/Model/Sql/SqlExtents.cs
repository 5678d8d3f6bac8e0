using ScaleFitness.Findings;
using ScaleFitness.Model.Data;

namespace ScaleFitness.Model.Sql;

/// <summary>Judges how many rows a SELECT may bring, by its shape, by how columns are named, and by the entities where the app maps the same tables.</summary>
public sealed class SqlExtents
{
    private readonly Dictionary<string, Entity> _entities = new(StringComparer.Ordinal);
    private readonly ScaleContext _context;

    internal SqlExtents(EntityModel entities, ScaleContext context)
    {
        _context = context;
        foreach (var entity in entities.All)
            _entities.TryAdd(SqlNames.Singular(entity.Type.Reference.Name), entity);
    }

    /// <summary>The extent of a statement: that of the widest SELECT of a UNION.</summary>
    public Extent Of(SqlStatement statement) =>
        statement.HasOuterLimit || statement.Selects.Count == 0 ? Extent.Bounded : statement.Selects.Max(Of);

    /// <summary>The extent of a SELECT.</summary>
    public Extent Of(SqlSelect select)
    {
        if (select.HasLimit || select.IsAggregate)
            return Extent.Bounded;
        if (select.IsOpen)
            return Extent.Unknown;
        var tables = select.Tables.Where(t => !SqlNames.IsCatalog(t)).ToList();
        // Every table small, or none at all: the rows are those of the sources.
        var own = tables.All(IsSmall) ? Extent.Bounded : select.Cases.Max(c => Of(c, tables));
        // What it selects from may be wide, but its own filter narrows that.
        var sources = select.Sources.Select(Of).DefaultIfEmpty(Extent.Bounded).Max();
        if (tables.Count == 0)
            own = sources == Extent.Bounded ? Extent.Bounded : Narrowed(sources, select.Cases.Max(c => Of(c, [])));
        return own is Extent.Whole or Extent.Broad && select.IsDistinctColumn ? Extent.DistinctColumn : own;
    }

    /// <summary>Whether the context, the model or the database's own catalogue says that the table is small.</summary>
    public bool IsSmall(SqlTable table)
    {
        if (SqlNames.IsCatalog(table))
            return true;
        if (table.Name is not { } name)
            return false;
        var row = SqlNames.Singular(name);
        return _context.Rows.Any(r => r.Value <= ScaleContext.SmallTable && SqlNames.Singular(r.Key) == row)
            || _entities.GetValueOrDefault(row) is { IsSeedOnly: true } or { HasEnumKey: true };
    }

    /// <summary>The name that the context may know the table by: its entity's where there is one.</summary>
    public string NameOf(SqlTable table) =>
        table.Name is not { } name ? "a table"
        : _entities.GetValueOrDefault(SqlNames.Singular(name))?.Name ?? _context.Rows.Keys.Order(StringComparer.Ordinal).FirstOrDefault(k => SqlNames.Singular(k) == SqlNames.Singular(name)) ?? name;

    private static Extent Narrowed(Extent source, Extent filter) => filter == Extent.Whole || source == Extent.Unknown ? source : (Extent)Math.Min((int)source, (int)filter);

    private Extent Of(SqlCase one, List<SqlTable> tables)
    {
        if (one.Pinned.Any(c => IsKey(c, tables)) || PinsKeyOfEntity(one, tables))
            return Extent.Bounded;
        if (one.Pinned.Any(c => SqlNames.IsReference(c.Name)))
            return Extent.ByForeignKey;
        return one.IsFiltered ? Extent.Broad : Extent.Whole;
    }

    /// <summary>A key of the table it belongs to; with no qualifier, or joined to the row that it points to, of any.</summary>
    private static bool IsKey(SqlColumn column, List<SqlTable> tables) =>
        SqlNames.IsKey(column.Name, null) || tables.Any(t => SqlNames.IsKey(column.Name, t.Name));

    private bool PinsKeyOfEntity(SqlCase one, List<SqlTable> tables) =>
        tables.Any(t => t.Name is { } name && _entities.TryGetValue(SqlNames.Singular(name), out var entity)
            && entity.Keys.Any(k => k.Count > 0 && k.All(column => one.Pinned.Any(p => SqlNames.Plain(p.Name) == SqlNames.Plain(column) && IsOf(p, t)))));

    private static bool IsOf(SqlColumn column, SqlTable table) =>
        column.Qualifier is null || column.Qualifier.Equals(table.Alias, StringComparison.OrdinalIgnoreCase) || column.Qualifier.Equals(table.Name, StringComparison.OrdinalIgnoreCase);
}
