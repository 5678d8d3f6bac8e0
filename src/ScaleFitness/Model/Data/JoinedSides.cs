using ScaleFitness.Code.Expressions;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Data;

/// <summary>Tells whether the other side of a join leaves few rows of the query: those of one parent, or of a list of parents.</summary>
internal sealed class JoinedSides(QueryReader queries, EntityModel entities, QueryExtents extents)
{
    /// <summary>Operators under which a sequence loses rows or keeps them; after others, such as <c>DefaultIfEmpty</c>, every row of the outer side stays.</summary>
    private static readonly HashSet<string> Inner = new(StringComparer.Ordinal) { "Where", "Select", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "AsQueryable", "AsNoTracking" };

    /// <summary>Whether an operator of a query joins it to the rows of few keys.</summary>
    public bool Narrows(QueryOperator step, Query query) => QueryMethods.IsTranslated(step.Call.Method) && step.Name switch
    {
        "SelectMany" when step.Arguments.Count > 1 => ExpressionReader.Lambda(step.Arguments[1]) is { } rows && IsPinned(rows.Body, rows.Parameters.FirstOrDefault()),
        "Join" when step.Arguments.Count > 4 => IsToParent(step, query) && queries.Read(step.Arguments[1]) is { Count: > 0 } others && others.All(IsFew),
        _ => false,
    };

    private bool IsFew(Query query) => query.Root is EntityRoot && extents.Of(query) is Extent.Bounded or Extent.ByForeignKey;

    /// <summary>Whether the outer side is joined by a key of its own or of a parent: few rows there have few rows here.</summary>
    private static bool IsToParent(QueryOperator join, Query query) =>
        query.Root is EntityRoot { Entity: { } entity } && ExpressionReader.Lambda(join.Arguments[2]) is { } key
        && Predicate.ColumnOf(key) is { } column && QueryExtents.Pinned(column, entity) is Extent.Bounded or Extent.ByForeignKey;

    /// <summary><c>a.Lines.Where(l => l.ProductId == id)</c>, <c>db.Lines.Where(l => l.OrderId == a.Id &amp;&amp; l.ProductId == id)</c>.</summary>
    private bool IsPinned(ExpressionNode rows, ParameterNode? outer)
    {
        if (rows is not CallNode { Arguments: [var source, ..] } call || !Inner.Contains(call.Method.Name))
            return false;
        if (call is { Method.Name: "Where", Arguments: [_, LambdaNode { Parameters: [{ Type: { } row }, ..] } condition] } && entities.OfTable(row) is { } entity
            && QueryExtents.Pinned(Predicate.Read(condition, outer), entity) is Extent.Bounded or Extent.ByForeignKey)
            return true;
        return IsPinned(source, outer);
    }
}
