using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Folding;

/// <summary>Names of nested types.</summary>
internal static class NestedNames
{
    /// <summary>The type's own name, without the types around it.</summary>
    public static ReadOnlySpan<char> Name(this TypeDefinition type)
    {
        var name = type.Reference.Name.AsSpan();
        return name[(name.LastIndexOf('+') + 1)..];
    }
}
