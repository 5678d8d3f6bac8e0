using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Code.Expressions;

/// <summary>A node of an expression tree that the code builds: what a query provider will be handed.</summary>
public abstract record ExpressionNode;

/// <summary>A lambda.</summary>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Body">Its body.</param>
public sealed record LambdaNode(IReadOnlyList<ParameterNode> Parameters, ExpressionNode Body) : ExpressionNode;

/// <summary>A lambda's parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, or null where unknown.</param>
/// <param name="Origin">The value that made it: two mentions of one parameter have the same.</param>
public sealed record ParameterNode(string Name, TypeRef? Type, Value Origin) : ExpressionNode;

/// <summary>A property or field of an object.</summary>
/// <param name="Object">The object, or null for a static member.</param>
/// <param name="Name">The member's name.</param>
/// <param name="Type">The member's type.</param>
public sealed record MemberNode(ExpressionNode? Object, string Name, TypeRef Type) : ExpressionNode;

/// <summary>A value from outside the tree: a constant, a captured variable, a parameter of the method around.</summary>
/// <param name="Value">The value.</param>
public sealed record ValueNode(Value Value) : ExpressionNode;

/// <summary>A variable of the method around.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Closure">The closure that holds it.</param>
public sealed record CapturedNode(string Name, TypeRef Type, Value Closure) : ExpressionNode;

/// <summary>An operator with two operands.</summary>
/// <param name="Operator">The factory's name: <c>Equal</c>, <c>AndAlso</c>, <c>LessThan</c> …</param>
/// <param name="Left">Left operand.</param>
/// <param name="Right">Right operand.</param>
public sealed record BinaryNode(string Operator, ExpressionNode Left, ExpressionNode Right) : ExpressionNode;

/// <summary>An operator with one operand; conversions are looked through and never appear.</summary>
/// <param name="Operator">The factory's name: <c>Not</c>, <c>Negate</c> …</param>
/// <param name="Operand">The operand.</param>
public sealed record UnaryNode(string Operator, ExpressionNode Operand) : ExpressionNode;

/// <summary>A call.</summary>
/// <param name="Method">The method.</param>
/// <param name="Object">The receiver, or null.</param>
/// <param name="Arguments">The arguments.</param>
public sealed record CallNode(MethodRef Method, ExpressionNode? Object, IReadOnlyList<ExpressionNode> Arguments) : ExpressionNode;

/// <summary>Anything else: constructions, conditionals …</summary>
/// <param name="Kind">The factory's name.</param>
/// <param name="Children">What it is made of.</param>
public sealed record OtherNode(string Kind, IReadOnlyList<ExpressionNode> Children) : ExpressionNode
{
    /// <summary>The members that the children are for, one a child: those of an anonymous type, or the one that a binding sets. Empty elsewhere.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];
}
