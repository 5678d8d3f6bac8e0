using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Folding;

/// <summary>What types and methods that the compiler cuts out of a body look like, whichever compiler it is.</summary>
internal static class GeneratedShape
{
    /// <summary>
    /// Whether the compiler made just this type. What lies in a type that carries the mark is marked as well; there the
    /// name has to tell the author's own from the compiler's.
    /// </summary>
    public static bool IsCompilersOwn(TypeDefinition type) =>
        type.IsCompilerGenerated && (type.DeclaringType is { IsCompilerGenerated: false } || IsUnspeakable(type.Name()));

    /// <summary>Whether a type could be a closure: variables, and nothing that others could know it by.</summary>
    public static bool MayBeClosure(TypeDefinition type) =>
        IsPlain(type) && !type.Fields.IsEmpty && !type.Fields.Any(f => f.IsStatic)
        && (type.BaseType is { } parent && (parent.Is("System.Object") || parent.Is("System.ValueType")))
        && !type.Methods.Any(m => m.IsVirtual);

    /// <summary>Whether a type holds the lambdas that capture nothing: no variables, and the one object of it in a static field.</summary>
    public static bool IsLambdaHolder(TypeDefinition type) =>
        IsPlain(type) && !type.Fields.IsEmpty && type.Fields.All(f => f.IsStatic) && type.Fields.Any(f => f.Type.FullName == type.Reference.FullName);

    /// <summary>
    /// Whether a method beside the author's could be a lambda or a local function. Made by the compiler, hidden and
    /// bound early is also a record's <c>PrintMembers</c>, and what a source generator marks like that: what breaks the
    /// tie is that those are there to be called by their names.
    /// </summary>
    public static bool MayBeNested(MethodDefinition method) =>
        (method.Traits & (MethodTraits.CompilerGenerated | MethodTraits.Public | MethodTraits.Virtual | MethodTraits.SpecialName)) == MethodTraits.CompilerGenerated
        && !method.IsConstructor && IsUnspeakable(method.Name) && method.Name is not ("<Main>$" or "<Main>") && !BaseAccess.IsStub(method);

    private static bool IsPlain(TypeDefinition type) =>
        type.DeclaringType is not null && (type.Traits & (TypeTraits.Interface | TypeTraits.Enum | TypeTraits.Delegate)) == 0
        && type.Interfaces.IsEmpty && type.Properties.IsEmpty && IsCompilersOwn(type);

    private static bool IsUnspeakable(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '`'))
                return true;
        return false;
    }
}
