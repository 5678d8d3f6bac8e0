using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Folding;

/// <summary>Names of methods as people and documentation ids write them; never one that the compiler made up.</summary>
internal static class MemberNames
{
    public static string Display(MethodDefinition method) => $"{method.DeclaringType.DisplayName}.{Simple(method)}";

    public static string DocumentationId(MethodDefinition method)
    {
        var type = method.DeclaringType.DocumentationId[2..];
        if (PropertyOf(method) is { } property)
            return $"P:{type}.{property.Name}{Parameters(property.Getter ?? method)}";
        var name = method.IsConstructor ? method.Name.Replace('.', '#') : MethodName(method).Replace('.', '#').Replace('<', '{').Replace('>', '}');
        var arity = method.Reference.GenericArity > 0 ? "``" + method.Reference.GenericArity : "";
        var result = method.Name is "op_Implicit" or "op_Explicit" ? "~" + TypeNames.DocumentationId(method.Reference.ReturnType) : "";
        return $"M:{type}.{name}{arity}{Parameters(method)}{result}";
    }

    private static string Simple(MethodDefinition method)
    {
        if (PropertyOf(method) is { } property)
            return property.Name;
        return method.Name switch
        {
            ".ctor" => LastPart(method.DeclaringType.DisplayName),
            ".cctor" => "static " + LastPart(method.DeclaringType.DisplayName),
            _ => LastPart(MethodName(method)),
        };
    }

    /// <summary>Top-level statements live in a method that cannot be spoken; people call it Main.</summary>
    private static string MethodName(MethodDefinition method) => method.Name is "<Main>$" ? "Main" : method.Name;

    private static PropertyDefinition? PropertyOf(MethodDefinition method) =>
        (method.Traits & MethodTraits.SpecialName) == 0
            ? null
            : method.DeclaringType.Properties.FirstOrDefault(p => ReferenceEquals(p.Getter, method) || ReferenceEquals(p.Setter, method));

    private static string Parameters(MethodDefinition method) =>
        method.Reference.Parameters.IsEmpty ? "" : "(" + string.Join(',', method.Reference.Parameters.Select(TypeNames.DocumentationId)) + ")";

    private static string LastPart(string name) => name[(name.LastIndexOf('.') + 1)..];
}
