using ScaleFitness.Code.Expressions;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Model.Data;

/// <summary>Reads what a query filter's lambda asks of columns, and where it takes the other side from. A context in it is the one that runs the query; everything else stays as it was when the model was built.</summary>
internal sealed class FilterConditions(CompiledProgram program, ParameterNode? row)
{
    public static IReadOnlyList<FilterCondition> Of(LambdaNode filter, CompiledProgram program) =>
        [.. new FilterConditions(program, filter.Parameters.FirstOrDefault()).Of(filter.Body)];

    private IEnumerable<FilterCondition> Of(ExpressionNode node) => node switch
    {
        BinaryNode { Operator: "AndAlso" or "OrElse" or "And" or "Or" } both => Of(both.Left).Concat(Of(both.Right)),
        BinaryNode compared => Compared(compared),
        UnaryNode { Operator: "Not" } not => Of(not.Operand),
        CallNode call when Column(call) is null => Called(call),
        _ => Column(node) is { } flag ? [new(flag, FilterSource.Constant, "", [])] : [],
    };

    private IEnumerable<FilterCondition> Compared(BinaryNode node) => (Column(node.Left), Column(node.Right)) switch
    {
        ({ } column, null) => [Against(column, node.Right)],
        (null, { } column) => [Against(column, node.Left)],
        ({ } column, _) => [new(column, FilterSource.Row, "", [])],
        _ => [],
    };

    private IEnumerable<FilterCondition> Called(CallNode call)
    {
        IReadOnlyList<ExpressionNode> operands = call.Object is { } target ? [target, .. call.Arguments] : call.Arguments;
        return operands.Select(Column).FirstOrDefault(c => c is not null) is { } column ? operands.Where(o => Column(o) is null).Select(o => Against(column, o)) : [];
    }

    private FilterCondition Against(string column, ExpressionNode other)
    {
        var parts = ExpressionWalk.Within(other).ToList();
        var source = parts.Any(IsContext) ? FilterSource.Context
            : Predicate.Mentions(other, row) ? FilterSource.Row
            : parts.Any(p => p is OtherNode { Kind: "Invoke" }) ? FilterSource.Static
            : parts.Any(IsCaptured) ? FilterSource.Captured
            : parts.Any(p => p is MemberNode { Object: null } or CallNode { Object: null, Arguments.Count: 0 }) ? FilterSource.Static
            : FilterSource.Constant;
        return new(column, source, string.Join('.', Names(other).Reverse()), source == FilterSource.Captured ? [.. Through(other)] : []);
    }

    private string? Column(ExpressionNode node) => node switch
    {
        MemberNode { Name: "Value", Object: MemberNode inner } when inner.Type.FullName == "System.Nullable`1" => Column(inner),
        MemberNode { Object: ParameterNode owner } member when Predicate.Same(owner, row) => member.Name,
        MemberNode { Object: { } owner } member when Column(owner) is { } before => $"{before}.{member.Name}",
        CallNode { Method: { Name: "Property", DeclaringType.FullName: "Microsoft.EntityFrameworkCore.EF" }, Arguments: [_, ValueNode name] } => ValueWalk.Constant(name.Value) as string,
        _ => null,
    };

    private bool IsContext(ExpressionNode node) => TypeOf(node) is { } type && program.Derives(type, EntityModel.DbContext);

    private static bool IsCaptured(ExpressionNode node) => node is CapturedNode || node is ValueNode { Value: var value } && value is not (ConstantValue or SymbolValue) && ValueWalk.Constant(value) is null && !IsNull(value);

    private static bool IsNull(Value value) => ValueWalk.Origins(value) is [ConstantValue];

    private static TypeRef? TypeOf(ExpressionNode node) => node switch
    {
        MemberNode member => member.Type,
        CapturedNode captured => captured.Type,
        ValueNode value => value.Value.Type,
        CallNode call => call.Method.ReturnType,
        _ => null,
    };

    /// <summary>The captured objects that are asked for members; none where the variable itself is the value.</summary>
    private static IEnumerable<TypeRef> Through(ExpressionNode node)
    {
        for (var current = node; current is MemberNode { Object: not null } or CallNode { Object: not null };)
        {
            current = current is MemberNode member ? member.Object! : ((CallNode)current).Object!;
            if (TypeOf(current) is { } type)
                yield return type;
        }
    }

    private static IEnumerable<string> Names(ExpressionNode node) => node switch
    {
        MemberNode member => member.Object is { } of ? Names(of).Prepend(member.Name) : [member.Name],
        CapturedNode captured => captured.Name.StartsWith('<') ? [] : [captured.Name],
        CallNode call => call.Object is { } of ? Names(of).Prepend(call.Method.Name) : [call.Method.Name],
        _ => [],
    };
}
