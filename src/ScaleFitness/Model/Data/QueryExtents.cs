using ScaleFitness.Code.Expressions;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Data;

/// <summary>Judges how many rows a query may bring.</summary>
public sealed class QueryExtents
{
    private readonly CompiledProgram _program;
    private readonly Lazy<QueryReader> _queries;
    private readonly Lazy<EntityModel> _entities;

    internal QueryExtents(CompiledProgram program, Lazy<QueryReader> queries, Lazy<EntityModel> entities)
    {
        _program = program;
        _queries = queries;
        _entities = entities;
    }

    /// <summary>The extent of a query over a table: what it asks of that table, or what the tables that it is joined to leave.</summary>
    public Extent Of(Query query)
    {
        var extent = OfTable(query);
        return extent is Extent.Bounded or Extent.Unknown || JoinedTables.ExtentOf(query, _queries.Value, _entities.Value) is not { } joined || joined > extent ? extent : joined;
    }

    private Extent OfTable(Query query)
    {
        var entity = (query.Root as EntityRoot)?.Entity;
        var pinned = Predicate.Open;
        var isFiltered = false;
        var extent = Extent.Whole;
        for (var i = 0; i < query.Operators.Count; i++)
        {
            var step = query.Operators[i];
            if (QueryMethods.IsBound(step.Call.Method))
                return Extent.Bounded;
            switch (step.Name)
            {
                case "Where" or "WhereIf" or "TakeWhile":
                    isFiltered = true;
                    if (ExpressionReader.Lambda(step.Arguments[^1]) is { } condition)
                        pinned = pinned.And(Predicate.Read(condition));
                    else
                        return Extent.Unknown;
                    extent = Pinned(pinned, entity);
                    if (extent == Extent.Bounded)
                        return AfterKey(query, i + 1);
                    break;
                case "Search":
                    isFiltered = true;
                    extent = Pinned(pinned, entity);
                    break;
                case "GroupBy" when IsProgramBounded(step):
                    return Extent.Bounded;
                case "Distinct" when i > 0 && query.Operators[i - 1].Name == "Select" && extent is Extent.Whole or Extent.Broad:
                    return Extent.DistinctColumn;
            }
        }

        return isFiltered ? extent : Extent.Whole;
    }

    /// <summary>One row was pinned; a collection below it has the rows of one parent.</summary>
    private static Extent AfterKey(Query query, int next) =>
        query.Operators.Skip(next).Any(o => o.Name == "SelectMany") && !query.Operators.Skip(next).Any(o => QueryMethods.IsBound(o.Call.Method))
            ? Extent.ByForeignKey
            : Extent.Bounded;

    /// <summary>The rows of a table that a condition leaves.</summary>
    internal static Extent Pinned(Predicate predicate, Entity? entity)
    {
        if (entity is null)
            return predicate.Cases.All(c => c.Contains("Id")) ? Extent.Bounded : Extent.Broad;
        var worst = Extent.Bounded;
        foreach (var columns in predicate.Cases)
        {
            var extent = entity.Keys.Any(k => k.IsSubsetOf(columns)) ? Extent.Bounded
                : columns.Any(c => IsParent(c, entity)) ? Extent.ByForeignKey
                : Extent.Broad;
            worst = (Extent)Math.Max((int)worst, (int)extent);
        }

        return worst;
    }

    /// <summary>A tenant is a parent whose rows are a share of the table, however big that is.</summary>
    internal static bool IsParent(string column, Entity entity)
    {
        var point = column.LastIndexOf('.');
        if (point >= 0)
            return column.EndsWith("Id", StringComparison.Ordinal) && !TenantColumn.Is(column[(point + 1)..]);
        return entity.ForeignKeys.Contains(column) && !TenantColumn.Is(column);
    }

    /// <summary>Groups by an enum or a flag: the program bounds how many there are.</summary>
    private bool IsProgramBounded(QueryOperator group) =>
        ExpressionReader.Lambda(group.Arguments.ElementAtOrDefault(1)) is { Body: MemberNode key }
        && (key.Type.Is("System.Boolean") || (_program.Find(key.Type) is { } type && type.Traits.HasFlag(TypeTraits.Enum)));
}
