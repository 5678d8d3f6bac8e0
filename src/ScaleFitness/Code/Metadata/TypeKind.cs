namespace ScaleFitness.Code.Metadata;

/// <summary>The shapes a type in a signature can have.</summary>
public enum TypeKind : byte
{
    /// <summary>A class, struct, interface, enum or delegate, generic or not.</summary>
    Named,

    /// <summary>An array of any rank.</summary>
    Array,

    /// <summary>A reference to a variable: <c>ref</c>, <c>in</c>, <c>out</c>.</summary>
    ByReference,

    /// <summary>An unmanaged or function pointer.</summary>
    Pointer,

    /// <summary>A type parameter of a type.</summary>
    TypeParameter,

    /// <summary>A type parameter of a method.</summary>
    MethodTypeParameter,
}
