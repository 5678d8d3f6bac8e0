using ScaleFitness.Code.Expressions;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Data;

/// <summary>Reads a condition as cases joined by "or", each a list of conditions that hold together, by what an index can do for each.</summary>
internal static class ConditionReader
{
    /// <summary>Conditions with more cases than this are generated.</summary>
    private const int CaseLimit = 32;

    private static readonly ColumnCondition Unseen = new("", null, ConditionKind.Other, "", false);

    public static IReadOnlyList<IReadOnlyList<ColumnCondition>> Cases(LambdaNode lambda) => Read(lambda.Body, lambda.Parameters.FirstOrDefault());

    /// <summary>Every case of one with every case of the other.</summary>
    public static IReadOnlyList<IReadOnlyList<ColumnCondition>> And(IReadOnlyList<IReadOnlyList<ColumnCondition>> a, IReadOnlyList<IReadOnlyList<ColumnCondition>> b) =>
        [.. a.SelectMany(x => b.Select(y => (IReadOnlyList<ColumnCondition>)[.. x, .. y])).Take(CaseLimit)];

    private static IReadOnlyList<IReadOnlyList<ColumnCondition>> Read(ExpressionNode node, ParameterNode? row) => node switch
    {
        BinaryNode { Operator: "AndAlso" or "And" } and => And(Read(and.Left, row), Read(and.Right, row)),
        BinaryNode { Operator: "OrElse" or "Or" } or => Or(or, row),
        BinaryNode { Operator: "Equal" } equal => One(Compared(equal.Left, equal.Right, ConditionKind.Equal, row) ?? Compared(equal.Right, equal.Left, ConditionKind.Equal, row)),
        BinaryNode { Operator: "LessThan" or "LessThanOrEqual" or "GreaterThan" or "GreaterThanOrEqual" } range =>
            One(Compared(range.Left, range.Right, ConditionKind.Range, row) ?? Compared(range.Right, range.Left, ConditionKind.Range, row)),
        BinaryNode { Operator: "NotEqual" } => [[]],
        UnaryNode { Operator: "Not", Operand: MemberNode flag } => Read(flag, row),
        UnaryNode { Operator: "Not" } => [[]],
        MemberNode { Object: ParameterNode owner } flag when Same(owner, row) => One(new(flag.Name, flag.Type, ConditionKind.Equal, flag.Name, true)),
        MemberNode { Name: "HasValue" } => [[]],
        CallNode call => One(Called(call, row)),
        // What mentions no column, `search == null` beside an "or", takes no part.
        _ => Mentions(node, row) ? One(Unseen) : [[]],
    };

    /// <summary><c>term == null || x.Name.Contains(term)</c>: the side without a column only switches the other off.</summary>
    private static IReadOnlyList<IReadOnlyList<ColumnCondition>> Or(BinaryNode or, ParameterNode? row) =>
        !Mentions(or.Left, row) ? Read(or.Right, row) : !Mentions(or.Right, row) ? Read(or.Left, row) : [.. Read(or.Left, row), .. Read(or.Right, row)];

    private static IReadOnlyList<IReadOnlyList<ColumnCondition>> One(ColumnCondition? condition) => condition is null ? [[]] : [[condition]];

    private static ColumnCondition? Compared(ExpressionNode side, ExpressionNode other, ConditionKind kind, ParameterNode? row)
    {
        if (!Mentions(side, row))
            return null;
        if (Mentions(other, row))
            return Unseen;
        if (Column(side, row) is { } column)
            return IsNull(other) ? new("", null, ConditionKind.Equal, "", true) : new(column.Name, column.Type, kind, column.Name, other is ValueNode { Value: ConstantValue });
        return Computed(side, row);
    }

    private static ColumnCondition? Called(CallNode call, ParameterNode? row)
    {
        var name = call.Method.Name;
        var type = call.Method.DeclaringType.FullName;
        IReadOnlyList<ExpressionNode> operands = call.Object is { } target ? [target, .. call.Arguments] : call.Arguments;
        if (!Mentions(call, row))
            return null;
        if (type == "System.String" && name is "Contains" or "EndsWith" or "StartsWith" && operands.Count > 1)
            return Text(operands[0], name, row);
        if (name is "Like" or "ILike" && type.StartsWith("Microsoft.EntityFrameworkCore.", StringComparison.Ordinal) && operands.Count > 2)
            return StartsOpen(operands[2]) ? Text(operands[1], name, row) : Unseen;
        if (name == "Equals" && operands.Count > 1)
            return Compared(operands[0], operands[1], ConditionKind.Equal, row) ?? Compared(operands[1], operands[0], ConditionKind.Equal, row);
        if (name == "Contains" && operands.Count > 1 && !Mentions(operands[0], row))
            return Compared(operands[1], operands[0], ConditionKind.Equal, row);
        return Unseen;
    }

    private static ColumnCondition Text(ExpressionNode text, string method, ParameterNode? row) =>
        Column(text, row) is { } column ? new(column.Name, column.Type, method == "StartsWith" ? ConditionKind.Range : ConditionKind.Search, $"{column.Name}.{method}", false)
        : Computed(text, row) ?? Unseen;

    /// <summary>A pattern that starts with a wildcard: a constant, or text put behind one.</summary>
    private static bool StartsOpen(ExpressionNode pattern) => pattern switch
    {
        ValueNode value => ValueWalk.Constant(value.Value) is string text && text.StartsWith('%'),
        BinaryNode { Operator: "Add" } add => StartsOpen(add.Left),
        CallNode { Method: { Name: "Concat" or "Format", DeclaringType.FullName: "System.String" }, Arguments: [var first, ..] } => StartsOpen(first),
        _ => false,
    };

    /// <summary>A function or conversion of a column of the row.</summary>
    private static ColumnCondition? Computed(ExpressionNode node, ParameterNode? row) => node switch
    {
        MemberNode { Object: { } inner } member when Column(inner, row) is { } column && IsValue(column.Type) => new(column.Name, column.Type, ConditionKind.Computed, $"{column.Name}.{member.Name}", false),
        CallNode { Object: { } inner } call when Column(inner, row) is { } column && IsValue(column.Type) => new(column.Name, column.Type, ConditionKind.Computed, $"{column.Name}.{call.Method.Name}", false),
        MemberNode { Object: { } inner } => Computed(inner, row),
        CallNode { Object: { } inner } => Computed(inner, row),
        BinaryNode { Operator: "Add" or "Subtract" or "Multiply" or "Divide" } arithmetic => ArithmeticOf(arithmetic.Left, row) ?? ArithmeticOf(arithmetic.Right, row),
        _ => Unseen,
    };

    private static ColumnCondition? ArithmeticOf(ExpressionNode side, ParameterNode? row) =>
        Column(side, row) is { } column ? new(column.Name, column.Type, ConditionKind.Computed, $"arithmetic on {column.Name}", false) : null;

    /// <summary>Whether it is a column, rather than another row that this one points to.</summary>
    private static bool IsValue(TypeRef type) => type.Namespace == "System";

    private static (string Name, TypeRef Type)? Column(ExpressionNode node, ParameterNode? row) => node switch
    {
        MemberNode { Object: ParameterNode parameter } member when Same(parameter, row) => (member.Name, member.Type),
        MemberNode { Name: "Value", Object: MemberNode { Object: ParameterNode parameter } inner } when inner.Type.FullName == "System.Nullable`1" && Same(parameter, row) => (inner.Name, inner.Type),
        MemberNode { Name: "Id", Object: MemberNode { Object: ParameterNode parameter } navigation } key when Same(parameter, row) => (navigation.Name + "Id", key.Type),
        CallNode { Method: { Name: "Property", DeclaringType.FullName: "Microsoft.EntityFrameworkCore.EF" } property, Arguments: [ParameterNode parameter, ValueNode name] } when Same(parameter, row) && ValueWalk.Constant(name.Value) is string column =>
            (column, property.TypeArguments.FirstOrDefault() ?? property.ReturnType),
        _ => null,
    };

    private static bool IsNull(ExpressionNode node) => node is ValueNode { Value: ConstantValue { Constant: null } };

    private static bool Mentions(ExpressionNode node, ParameterNode? row) => Predicate.Mentions(node, row);

    private static bool Same(ParameterNode parameter, ParameterNode? row) => Predicate.Same(parameter, row);
}
