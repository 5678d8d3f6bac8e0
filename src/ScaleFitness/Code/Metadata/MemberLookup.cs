namespace ScaleFitness.Code.Metadata;

/// <summary>Finds the method that a reference names: same name and arity, same open signature, in the type or its bases' shape.</summary>
internal static class MemberLookup
{
    public static MethodDefinition? Method(TypeDefinition? type, MethodRef method)
    {
        if (type is null)
            return null;
        foreach (var candidate in type.Methods)
            if (SameSignature(candidate.Reference, method))
                return candidate;
        return null;
    }

    public static bool SameSignature(MethodRef a, MethodRef b)
    {
        if (a.Name != b.Name || a.GenericArity != b.GenericArity || a.Parameters.Length != b.Parameters.Length || a.HasThis != b.HasThis)
            return false;
        for (var i = 0; i < a.Parameters.Length; i++)
            if (!Same(a.Parameters[i], b.Parameters[i]))
                return false;
        return a.Name is not ("op_Implicit" or "op_Explicit") || Same(a.ReturnType, b.ReturnType);
    }

    /// <summary>Type parameters are compared by position: their names may differ between a definition and a reference.</summary>
    private static bool Same(TypeRef a, TypeRef b)
    {
        if (ReferenceEquals(a, b))
            return true;
        if (a.Kind != b.Kind || a.Position != b.Position)
            return false;
        if (a.Kind is TypeKind.TypeParameter or TypeKind.MethodTypeParameter)
            return true;
        if (a.Element is { } element)
            return Same(element, b.Element!);
        if (a.FullName != b.FullName || a.Arguments.Length != b.Arguments.Length)
            return false;
        for (var i = 0; i < a.Arguments.Length; i++)
            if (!Same(a.Arguments[i], b.Arguments[i]))
                return false;
        return true;
    }
}
