using ScaleFitness.Code.Expressions;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Data;

/// <summary>Follows a query's rows through its joins: which tables they are of, and which columns equal what.</summary>
internal sealed class JoinedTables(QueryReader queries, EntityModel entities)
{
    private readonly List<(Entity? Entity, int Group)> _tables = [];
    private readonly HashSet<int> _optional = [];
    private readonly HashSet<int> _aside = [];
    private IReadOnlyList<IReadOnlyList<JoinFact>> _cases = [[]];
    private int _groups;

    /// <summary>How few rows the joined tables leave; null where nothing says that they are few.</summary>
    public static Extent? ExtentOf(Query query, QueryReader queries, EntityModel entities)
    {
        if (!query.Operators.Any(o => QueryMethods.IsTranslated(o.Call.Method) && o.Name is "Join" or "GroupJoin" or "LeftJoin" or "RightJoin" or "SelectMany"))
            return null;
        var joined = new JoinedTables(queries, entities);
        joined.Follow(query, null);
        return JoinedExtent.Of(joined._tables, joined._optional, joined._aside, joined._cases);
    }

    /// <summary>Adds a query's tables and says what its rows are.</summary>
    private RowShape? Follow(Query query, int? group)
    {
        RowShape? row = Table((query.Root as EntityRoot)?.Entity, group ?? _groups++);
        foreach (var step in query.Operators)
            row = After(step, row, group);
        return row;
    }

    private RowShape? After(QueryOperator step, RowShape? row, int? group)
    {
        if (!QueryMethods.IsTranslated(step.Call.Method))
            return null;
        LambdaNode? Lambda(int index) => ExpressionReader.Lambda(step.Arguments.ElementAtOrDefault(index));
        switch (step.Name)
        {
            case "Where":
                Hold(Lambda(1), row, group);
                return row;
            case "Select":
                return Lambda(1) is { } selected ? RowScope.Of(selected, row).Resolve(selected.Body) : null;
            case "Join" or "LeftJoin" or "RightJoin" or "GroupJoin" when step.Arguments.Count > 4:
                return Joined(step, row, Lambda(2), Lambda(3), Lambda(4));
            case "SelectMany" when Lambda(1) is { } rows:
                var many = Many(rows.Body, RowScope.Of(rows, row));
                return Lambda(2) is { } both ? RowScope.Of(both, row, many).Resolve(both.Body) : step.Arguments.Count > 2 ? null : many;
            default:
                return QueryMethods.KeepingRows.Contains(step.Name) || QueryMethods.Orderings.Contains(step.Name) || QueryMethods.Unites(step.Call.Method) || step.Name is "Distinct" or "DefaultIfEmpty" ? row : null;
        }
    }

    private RowShape? Joined(QueryOperator step, RowShape? row, LambdaNode? outerKey, LambdaNode? innerKey, LambdaNode? result)
    {
        var group = _groups++;
        var inner = queries.Read(step.Arguments[1]) is [{ Root: EntityRoot } other] ? Follow(other, group) : Table(null, group);
        if (outerKey is not null && innerKey is not null)
            Hold([[.. JoinConditions.Equal(outerKey.Body, RowScope.Of(outerKey, row), innerKey.Body, RowScope.Of(innerKey, inner), group)]]);
        if (step.Name != "Join")
            _optional.Add(group);
        if (step.Name == "GroupJoin")
            _aside.Add(group);
        // The rows of the outer side are optional then, which nobody writes on purpose.
        if (step.Name == "RightJoin")
            Table(null, group);
        return result is null ? null : RowScope.Of(result, row, step.Name == "GroupJoin" ? new RowGroup(inner, group) : inner).Resolve(result.Body);
    }

    /// <summary>The rows that <c>SelectMany</c> brings for each row: <c>x.Lines</c>, <c>group.DefaultIfEmpty()</c>, <c>db.Lines.Where(l => l.OrderId == x.Id)</c>.</summary>
    private RowShape? Many(ExpressionNode rows, RowScope scope)
    {
        if (rows is CallNode { Arguments: [var source, ..] } call && QueryMethods.IsQueryOperator(call.Method))
        {
            var element = Many(source, scope);
            var group = GroupOf(element);
            if (call.Method.Name == "DefaultIfEmpty" && group is { } optional)
                _optional.Add(optional);
            else if (call.Method.Name == "Where" && call.Arguments[^1] is LambdaNode condition)
                Hold(JoinConditions.Read(condition.Body, scope.Inside(condition, element), group));
            else if (call.Method.Name == "Select" && call.Arguments[^1] is LambdaNode selected)
                return scope.Inside(selected, element).Resolve(selected.Body);
            else if (!QueryMethods.KeepingRows.Contains(call.Method.Name) && !QueryMethods.Orderings.Contains(call.Method.Name))
                return Table(null, _groups++);
            return element;
        }

        switch (scope.Resolve(rows))
        {
            case RowGroup joined:
                _aside.Remove(joined.Group);
                _optional.Remove(joined.Group);
                return joined.Element;
            case TableColumn { Type: var type } collection when EntityConventions.ElementOf(type) is { } child:
                var row = Table(entities.OfTable(child), _groups++);
                Hold([[new((row.Table, ""), (collection.Table, ""), GroupOf(row)), new((collection.Table, ""), (row.Table, ""), GroupOf(row))]]);
                return row;
            default:
                return Table(TypeOf(rows) is { } sequence && QuerySources.IsQueryable(sequence) ? entities.OfTable(sequence.SoleArgument) : null, _groups++);
        }
    }

    private int? GroupOf(RowShape? row) => row is TableRow table ? _tables[table.Table].Group : null;

    private static TypeRef? TypeOf(ExpressionNode node) => node switch
    {
        MemberNode member => member.Type,
        CapturedNode captured => captured.Type,
        ValueNode value => value.Value.Type,
        CallNode call => call.Method.ReturnType,
        _ => null,
    };

    private TableRow Table(Entity? entity, int group)
    {
        _tables.Add((entity, group));
        return new(_tables.Count - 1);
    }

    private void Hold(LambdaNode? condition, RowShape? row, int? group)
    {
        if (condition is not null)
            Hold(JoinConditions.Read(condition.Body, RowScope.Of(condition, row), group));
    }

    private void Hold(IReadOnlyList<IReadOnlyList<JoinFact>> facts) => _cases = JoinFact.And(_cases, facts);
}
