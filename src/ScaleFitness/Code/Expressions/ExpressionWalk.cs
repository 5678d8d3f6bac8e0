namespace ScaleFitness.Code.Expressions;

/// <summary>Walks over expression trees.</summary>
internal static class ExpressionWalk
{
    /// <summary>A node and every one inside it, outermost first.</summary>
    public static IEnumerable<ExpressionNode> Within(ExpressionNode node)
    {
        yield return node;
        foreach (var inner in Children(node).SelectMany(Within))
            yield return inner;
    }

    private static IEnumerable<ExpressionNode> Children(ExpressionNode node) => node switch
    {
        MemberNode { Object: { } of } => [of],
        BinaryNode binary => [binary.Left, binary.Right],
        UnaryNode unary => [unary.Operand],
        CallNode call => call.Object is { } of ? call.Arguments.Prepend(of) : call.Arguments,
        LambdaNode lambda => [lambda.Body],
        OtherNode other => other.Children,
        _ => [],
    };
}
