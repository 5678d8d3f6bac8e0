using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace ScaleFitness.Tests.Architecture;

/// <summary>Which types of the kit mention which, as its compiled code shows: signatures, bodies and attributes.</summary>
internal static class TypeUses
{
    /// <summary>Pairs of an outermost type of the kit and a type that it mentions, its own or another's.</summary>
    public static IEnumerable<(TypeDefinition From, TypeReference To)> In(ModuleDefinition module) =>
        module.GetTypes().SelectMany(type => MentionedBy(type).SelectMany(Named).Select(to => (Outermost(type), Outermost(to)))).Distinct();

    private static IEnumerable<TypeReference?> MentionedBy(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(i => i.InterfaceType),
        .. type.Fields.Select(field => field.FieldType),
        .. type.CustomAttributes.Select(attribute => attribute.AttributeType),
        .. type.Methods.SelectMany(MentionedBy),
    ];

    private static IEnumerable<TypeReference?> MentionedBy(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. method.HasBody ? method.Body.Variables.Select(variable => variable.VariableType) : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(MentionedBy) : [],
    ];

    private static IEnumerable<TypeReference?> MentionedBy(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod method => [method.DeclaringType, .. method.GenericArguments],
        MemberReference member => [member.DeclaringType],
        _ => [],
    };

    private static IEnumerable<TypeReference> Named(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Named)],
        TypeSpecification specification => Named(specification.ElementType),
        _ => [type],
    };

    private static T Outermost<T>(T type)
        where T : TypeReference
    {
        while (type.DeclaringType is T outer)
            type = outer;
        return type;
    }
}
