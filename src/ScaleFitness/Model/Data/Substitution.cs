using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Data;

/// <summary>Replaces what a function knows of its parameters by what its caller passes.</summary>
internal static class Substitution
{
    public static Value Argument(Value value, SourceFunction callee, Call call) =>
        ValueWalk.Origins(value) is [ArgumentValue { IsThis: false } argument] && argument.Function == callee && argument.Position < call.Arguments.Count
            ? call.Arguments[argument.Position]
            : value;

    /// <summary>A generic repository's <c>T</c> is what the caller's receiver or call says.</summary>
    public static EntityRoot Root(EntityRoot root, Call call, EntityModel entities)
    {
        var type = root.Type.Kind switch
        {
            TypeKind.MethodTypeParameter when root.Type.Position < call.Method.TypeArguments.Length => call.Method.TypeArguments[root.Type.Position],
            TypeKind.TypeParameter => TypeArgument(call, root.Type.Position),
            _ => root.Type,
        };
        return ReferenceEquals(type, root.Type) || type is null ? root : new(type, entities.OfTable(type));
    }

    private static TypeRef? TypeArgument(Call call, int position)
    {
        var receiver = call.Receiver?.Type is { Arguments.IsEmpty: false } type ? type : call.Method.DeclaringType;
        return position < receiver.Arguments.Length ? receiver.Arguments[position] : null;
    }
}
