using ScaleFitness.Code.Expressions;

namespace ScaleFitness.Model.Data;

/// <summary>Reads what conditions and keys over joined rows say, as cases joined by "or".</summary>
internal static class JoinConditions
{
    private static readonly IReadOnlyList<IReadOnlyList<JoinFact>> Open = [[]];

    /// <summary>A condition of <c>Where</c>.</summary>
    public static IReadOnlyList<IReadOnlyList<JoinFact>> Read(ExpressionNode node, RowScope scope, int? group)
    {
        switch (node)
        {
            case BinaryNode { Operator: "AndAlso" or "And" } and:
                return JoinFact.And(Read(and.Left, scope, group), Read(and.Right, scope, group));
            case BinaryNode { Operator: "OrElse" or "Or" } or:
                return [.. Read(or.Left, scope, group), .. Read(or.Right, scope, group)];
            case BinaryNode { Operator: "Equal" } equal:
                return [[.. Equal(equal.Left, scope, equal.Right, scope, group)]];
            case CallNode { Method.Name: "Equals" } equals when Operands(equals) is [var left, var right, ..]:
                return [[.. Equal(left, scope, right, scope, group)]];
            case CallNode { Method: { Name: "Contains", DeclaringType.FullName: not "System.String" } } contains when Operands(contains) is [var list, var item, ..]:
                return [[.. Equal(list, scope, item, scope, group)]];
            default:
                return Open;
        }
    }

    /// <summary>Two keys that a join compares, each over rows of its own; composite ones part by part.</summary>
    public static IEnumerable<JoinFact> Equal(ExpressionNode left, RowScope leftScope, ExpressionNode right, RowScope rightScope, int? group)
    {
        if (left is OtherNode { Kind: "New" } a && right is OtherNode { Kind: "New" } b && a.Children.Count == b.Children.Count)
            return a.Children.Zip(b.Children).SelectMany(pair => Equal(pair.First, leftScope, pair.Second, rightScope, group));
        return (leftScope.Resolve(left), rightScope.Resolve(right)) switch
        {
            (TableColumn x, TableColumn y) => [new((x.Table, x.Name), (y.Table, y.Name), group), new((y.Table, y.Name), (x.Table, x.Name), group)],
            (TableColumn x, _) when rightScope.IsOutside(right) => [new((x.Table, x.Name), null, group)],
            (_, TableColumn y) when leftScope.IsOutside(left) => [new((y.Table, y.Name), null, group)],
            _ => [],
        };
    }

    private static IReadOnlyList<ExpressionNode> Operands(CallNode call) => call.Object is { } target ? [target, .. call.Arguments] : call.Arguments;
}
