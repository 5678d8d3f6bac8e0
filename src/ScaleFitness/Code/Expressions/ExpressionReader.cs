using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Code.Expressions;

/// <summary>Reads the expression tree that a value builds, by the factory calls that make it.</summary>
public static class ExpressionReader
{
    private const string Factory = "System.Linq.Expressions.Expression";

    /// <summary>Deeper trees occur only in generated queries, which are no author's.</summary>
    private const int DepthLimit = 64;

    /// <summary>The lambda that a value is, or null where the value is no expression tree made in sight.</summary>
    public static LambdaNode? Lambda(Value? value)
    {
        if (value is null)
            return null;
        foreach (var origin in ValueWalk.Origins(value))
            if (Read(origin, 0) is LambdaNode lambda)
                return lambda;
        return null;
    }

    private static ExpressionNode Read(Value value, int depth)
    {
        if (depth > DepthLimit || ValueWalk.Origins(value) is not [CallValue { Call: var call }] || call.Method.DeclaringType.FullName != Factory)
            return new ValueNode(value);
        ExpressionNode Argument(int index) => Read(call.Arguments[index], depth + 1);
        var count = call.Arguments.Count;
        switch (call.Method.Name)
        {
            case "Lambda" when count >= 2:
                return new LambdaNode([.. Many(call.Arguments[^1], depth).OfType<ParameterNode>()], Argument(0));
            case "Parameter" when count >= 1:
                return new ParameterNode(count > 1 ? ValueWalk.Constant(call.Arguments[1]) as string ?? "" : "", Symbol<TypeRef>(call.Arguments[0]), call.Result);
            case "Constant":
                return new ValueNode(call.Arguments[0]);
            case "Property" or "Field" or "PropertyOrField" when count >= 2:
                return Member(Argument(0), call.Arguments[1]);
            case "Quote" or "Convert" or "ConvertChecked" or "TypeAs" when count >= 1:
                return Argument(0);
            case "Call" when count >= 2:
                return Call(call, depth);
            case "Not" or "Negate" or "ArrayLength" or "OnesComplement" when count >= 1:
                return new UnaryNode(call.Method.Name, Argument(0));
            case "New" when count == 3 && Members(call.Arguments[2]) is { Count: > 0 } members:
                return new OtherNode("New", [.. Many(call.Arguments[1], depth)]) { Members = members };
            case "Bind" when count == 2 && MemberName(call.Arguments[0]) is { } bound:
                return new OtherNode("Bind", [Argument(1)]) { Members = [bound] };
            default:
                if (count >= 2 && call.Method.Parameters[0].FullName == Factory && call.Method.Parameters[1].FullName == Factory)
                    return new BinaryNode(call.Method.Name, Argument(0), Argument(1));
                return new OtherNode(call.Method.Name, [.. call.Arguments.SelectMany(a => Many(a, depth))]);
        }
    }

    private static ExpressionNode Member(ExpressionNode target, Value member)
    {
        var name = MemberName(member);
        var type = Symbol<object>(member) switch
        {
            MethodRef getter => getter.ReturnType,
            FieldRef field => field.Type,
            _ => null,
        };
        if (name is null)
            return new OtherNode("Member", [target]);
        if (target is ValueNode outside && IsClosure(outside.Value))
            return new CapturedNode(name, type!, outside.Value);
        return new MemberNode(target is ValueNode { Value: ConstantValue { Constant: null } } ? null : target, name, type!);
    }

    /// <summary>The property or field behind its accessor's or its own token.</summary>
    private static string? MemberName(Value member) => Symbol<object>(member) switch
    {
        MethodRef accessor => accessor.Name.StartsWith("get_", StringComparison.Ordinal) || accessor.Name.StartsWith("set_", StringComparison.Ordinal) ? accessor.Name[4..] : accessor.Name,
        FieldRef field => field.Name,
        _ => null,
    };

    private static IReadOnlyList<string> Members(Value members) =>
        ValueWalk.Origins(members) is [ArrayValue array] && array.Elements.Select(MemberName).OfType<string>().ToList() is var names && names.Count == array.Elements.Count ? names : [];

    /// <summary>A member of a closure is a variable of the author.</summary>
    private static bool IsClosure(Value value) => value.Function.Owner.Closures.Contains(value.Type);

    private static ExpressionNode Call(Call call, int depth)
    {
        // (object, method, arguments…) or, for a static method, (method, arguments…) or (null, method, …).
        var at = Symbol<MethodRef>(call.Arguments[0]) is not null ? 0 : 1;
        if (Symbol<MethodRef>(call.Arguments[at]) is not { } method)
            return new OtherNode("Call", [.. call.Arguments.SelectMany(a => Many(a, depth))]);
        var target = at == 0 || ValueWalk.Origins(call.Arguments[0]) is [ConstantValue { Constant: null }] ? null : Read(call.Arguments[0], depth + 1);
        return new CallNode(method, target, [.. call.Arguments.Skip(at + 1).SelectMany(a => Many(a, depth))]);
    }

    private static IEnumerable<ExpressionNode> Many(Value value, int depth) =>
        ValueWalk.Origins(value) is [ArrayValue array] ? array.Elements.Select(e => Read(e, depth + 1)) : [Read(value, depth + 1)];

    /// <summary>The symbol behind <c>typeof</c>, <c>methodof</c> and <c>fieldof</c>.</summary>
    internal static T? Symbol<T>(Value value)
        where T : class =>
        ValueWalk.Origins(value) switch
        {
            [SymbolValue symbol] => symbol.Symbol as T,
            [CallValue { Call: { Method.Name: "GetTypeFromHandle" or "GetMethodFromHandle" or "GetFieldFromHandle", Arguments: [var handle, ..] } }] => Symbol<T>(handle),
            _ => null,
        };
}
