using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Model.Data;

namespace ScaleFitness.Model.Loops;

/// <summary>How many rows a query's result has: of LINQ, of SQL by Dapper, and of a row's own children.</summary>
internal sealed class QuerySizes(CompiledProgram program, QueryReader queries, QueryExtents extents, EntityModel entities, ScaleContext context)
{
    /// <summary>The rows that a call brings, or null where it runs no query that is seen.</summary>
    public SequenceSize? Of(Call call)
    {
        if (OfSql(call) is { } sql)
            return sql;
        if (call.Subject is not { } subject)
            return null;
        // An operator on objects may stand on a query's rows: that is for the one below it.
        var query = QueryMethods.Materialises(call.Method) || call.Method.Name is "AsAsyncEnumerable" or "AsEnumerable" ? subject
            : IsProviders(call.Result) ? call.Result : null;
        return query is null ? null : Of(queries.Read(query));
    }

    /// <summary>The rows of a property that points to other rows, or null for another property.</summary>
    public SequenceSize? Children(TypeRef property, TypeRef? owner) =>
        entities.Of(owner) is not null && property.SoleArgument is { } element && entities.Of(element) is { } entity ? new(SizeKind.Parent, entity.Name) : null;

    private SequenceSize? Of(IReadOnlyList<Query> ways)
    {
        SequenceSize? greatest = null;
        foreach (var way in ways)
            if (way.Root is EntityRoot root)
                greatest = SequenceSize.Greater(greatest, Of(way, root));
        return greatest;
    }

    private SequenceSize Of(Query query, EntityRoot root)
    {
        if (root.Entity is { IsSeedOnly: true } or { HasEnumKey: true } || context.IsSmall(root.Name))
            return new(SizeKind.Program, root.Name, query);
        var kind = extents.Of(query) switch
        {
            Extent.Bounded when query.Operators.Any(o => o.Name == "Take" && o.Arguments.Count > 0 && ValueWalk.Constant(o.Arguments[^1]) is int and <= LibrarySizes.FewLimit) => SizeKind.Program,
            Extent.Bounded => SizeKind.Bound,
            Extent.ByForeignKey => SizeKind.Parent,
            _ => SizeKind.Table,
        };
        return new(kind, root.Name, query);
    }

    private SequenceSize? OfSql(Call call)
    {
        if (!call.Method.DeclaringType.Is(LoopSymbols.Dapper) || !call.Method.Name.StartsWith("Query", StringComparison.Ordinal) || call.Method.Name.Contains("First", StringComparison.Ordinal) || call.Method.Name.Contains("Single", StringComparison.Ordinal))
            return null;
        var text = call.Arguments.Select(ValueWalk.Constant).OfType<string>().FirstOrDefault();
        var entity = call.Method.TypeArguments is [{ Kind: TypeKind.Named } row] && program.Find(row) is { IsExternal: false } ? row.DisplayName : null;
        return new(text is not null && IsLimited(text) ? SizeKind.Bound : SizeKind.Table, entity);
    }

    private static bool IsLimited(string sql) =>
        sql.Contains(" LIMIT ", StringComparison.OrdinalIgnoreCase) || sql.Contains("SELECT TOP", StringComparison.OrdinalIgnoreCase) || sql.Contains("FETCH NEXT", StringComparison.OrdinalIgnoreCase) || sql.Contains("FETCH FIRST", StringComparison.OrdinalIgnoreCase);

    private static bool IsProviders(Value value) => QuerySources.IsQueryable(value.Type);
}
