using ScaleFitness.Code.Expressions;

namespace ScaleFitness.Model.Data;

/// <summary>What a condition of a query pins down, as one set of columns for each case joined by "or": the columns compared for equality in that case.</summary>
/// <param name="Cases">Columns that equal something from outside, or are in a list from outside; one set a case.</param>
internal sealed record Predicate(IReadOnlyList<IReadOnlySet<string>> Cases)
{
    /// <summary>A condition that pins nothing.</summary>
    public static Predicate Open { get; } = Of(null);

    /// <summary>Both conditions hold: every case of one with every case of the other.</summary>
    public Predicate And(Predicate other) =>
        new([.. Cases.SelectMany(a => other.Cases.Select(b => (IReadOnlySet<string>)a.Union(b).ToHashSet())).Take(CaseLimit)]);

    public static Predicate Read(LambdaNode lambda) => Read(lambda.Body, lambda.Parameters.FirstOrDefault());

    /// <summary>What a condition pins that stands inside a lambda over another row: to equal a column of that row pins nothing.</summary>
    public static Predicate Read(LambdaNode lambda, ParameterNode? outer) => Without(lambda.Body, outer) is { } body ? Read(body, lambda.Parameters.FirstOrDefault()) : Open;

    /// <summary>The column that a lambda returns, as if it were pinned; null where it returns something else.</summary>
    public static Predicate? ColumnOf(LambdaNode lambda) => Column(lambda.Body, lambda.Parameters.FirstOrDefault()) is { } column ? Of(column) : null;

    /// <summary>The parts of an "and" that do not mention a row.</summary>
    private static ExpressionNode? Without(ExpressionNode node, ParameterNode? row)
    {
        if (node is not BinaryNode { Operator: "AndAlso" or "And" } and)
            return Mentions(node, row) ? null : node;
        return (Without(and.Left, row), Without(and.Right, row)) switch
        {
            ({ } left, { } right) => and with { Left = left, Right = right },
            var (left, right) => left ?? right,
        };
    }

    private static Predicate Read(ExpressionNode node, ParameterNode? row)
    {
        switch (node)
        {
            case BinaryNode { Operator: "AndAlso" or "And" } and:
                return Read(and.Left, row).And(Read(and.Right, row));
            case BinaryNode { Operator: "OrElse" or "Or" } or:
                return new([.. Read(or.Left, row).Cases, .. Read(or.Right, row).Cases]);
            case BinaryNode { Operator: "Equal" } equal:
                return Of(Pinned(equal.Left, equal.Right, row) ?? Pinned(equal.Right, equal.Left, row));
            case CallNode { Method.Name: "Equals" } equals:
                return Of(EqualsColumn(equals, row));
            case CallNode { Method.Name: "Contains" } contains:
                return Of(ContainedColumn(contains, row));
            case CallNode { Method.Name: "Any", Arguments: [MemberNode { Object: ParameterNode owner } children, LambdaNode child] } when Same(owner, row):
                return new([.. Read(child).Cases.Select(c => (IReadOnlySet<string>)c.Select(column => $"{children.Name}.{column}").ToHashSet())]);
            default:
                return Of(null);
        }
    }

    /// <summary>Conditions with more cases than this are generated, and broad anyway.</summary>
    private const int CaseLimit = 64;

    private static Predicate Of(string? column) => new([column is null ? new HashSet<string>() : new HashSet<string> { column }]);

    private static string? EqualsColumn(CallNode call, ParameterNode? row)
    {
        var operands = call.Object is { } target ? [target, .. call.Arguments] : call.Arguments;
        return operands.Count < 2 ? null : Pinned(operands[0], operands[1], row) ?? Pinned(operands[1], operands[0], row);
    }

    /// <summary><c>ids.Contains(x.Id)</c>, as an instance, extension or span method; not <c>x.Name.Contains("a")</c>.</summary>
    private static string? ContainedColumn(CallNode call, ParameterNode? row)
    {
        if (call.Method.DeclaringType.FullName == "System.String")
            return null;
        var operands = call.Object is { } target ? [target, .. call.Arguments] : call.Arguments;
        return operands.Count < 2 || Mentions(operands[0], row) ? null : Column(operands[1], row);
    }

    private static string? Pinned(ExpressionNode column, ExpressionNode other, ParameterNode? row) =>
        Mentions(other, row) ? null : Column(column, row);

    /// <summary>
    /// A column of the row: <c>x.Id</c>, <c>x.CustomerId.Value</c>; <c>x.Customer.Id</c> is the foreign key <c>CustomerId</c>.
    /// One of another row that it belongs to has a point in its name: <c>x.Order.CustomerId</c>, <c>x.Lines.Any(l => l.ProductId == id)</c>.
    /// </summary>
    private static string? Column(ExpressionNode node, ParameterNode? row) => node switch
    {
        MemberNode { Object: ParameterNode parameter } member when Same(parameter, row) => member.Name,
        // However it is written, the text is one of few that differ in case.
        CallNode { Object: { } text, Method: { DeclaringType.FullName: "System.String", Name: "ToLower" or "ToUpper" or "ToLowerInvariant" or "ToUpperInvariant" or "Trim" } } => Column(text, row),
        MemberNode { Name: "Value", Object: MemberNode inner } when inner.Type.FullName == "System.Nullable`1" => Column(inner, row),
        MemberNode { Name: "Id", Object: MemberNode { Object: ParameterNode parameter } navigation } when Same(parameter, row) => navigation.Name + "Id",
        MemberNode { Object: MemberNode { Object: ParameterNode parameter } navigation } far when Same(parameter, row) && navigation.Type.FullName != "System.String" => $"{navigation.Name}.{far.Name}",
        CallNode { Method.Name: "Property", Method.DeclaringType.FullName: "Microsoft.EntityFrameworkCore.EF", Arguments: [ParameterNode parameter, ValueNode name] } when Same(parameter, row) =>
            Code.Values.ValueWalk.Constant(name.Value) as string,
        _ => null,
    };

    internal static bool Mentions(ExpressionNode node, ParameterNode? row) => node switch
    {
        ParameterNode parameter => Same(parameter, row),
        MemberNode member => member.Object is not null && Mentions(member.Object, row),
        BinaryNode binary => Mentions(binary.Left, row) || Mentions(binary.Right, row),
        UnaryNode unary => Mentions(unary.Operand, row),
        CallNode call => (call.Object is not null && Mentions(call.Object, row)) || call.Arguments.Any(a => Mentions(a, row)),
        LambdaNode lambda => Mentions(lambda.Body, row),
        OtherNode other => other.Children.Any(c => Mentions(c, row)),
        _ => false,
    };

    internal static bool Same(ParameterNode parameter, ParameterNode? row) => row is not null && ReferenceEquals(parameter.Origin, row.Origin);
}
