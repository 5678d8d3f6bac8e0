namespace ScaleFitness.Code.Metadata;

/// <summary>A field as an instruction names it.</summary>
public sealed class FieldRef
{
    internal FieldRef(TypeRef declaringType, string name, TypeRef type)
    {
        DeclaringType = declaringType;
        Name = name;
        Type = type;
    }

    /// <summary>The type that declares it, with its type arguments.</summary>
    public TypeRef DeclaringType { get; }

    /// <summary>Metadata name.</summary>
    public string Name { get; }

    /// <summary>Its type in open form.</summary>
    public TypeRef Type { get; }

    internal FieldDefinition? Definition { get; set; }

    internal bool IsResolved { get; set; }

    /// <inheritdoc />
    public override string ToString() => $"{DeclaringType}.{Name}";
}
