using System.Collections.Immutable;

namespace ScaleFitness.Code.Metadata;

/// <summary>What can be said of a type without its members.</summary>
[Flags]
public enum TypeTraits : ushort
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>An interface.</summary>
    Interface = 1,

    /// <summary>Abstract, or static (which metadata shows as abstract and sealed).</summary>
    Abstract = 2,

    /// <summary>Sealed.</summary>
    Sealed = 4,

    /// <summary>A struct.</summary>
    ValueType = 8,

    /// <summary>An enum.</summary>
    Enum = 16,

    /// <summary>Public, or nested public.</summary>
    Public = 32,

    /// <summary>Carries <c>[CompilerGenerated]</c>, or lies inside a type that does.</summary>
    CompilerGenerated = 64,

    /// <summary>Carries <c>[GeneratedCode]</c>, is a migration or compiled Razor, or lies inside such a type.</summary>
    GeneratedCode = 128,

    /// <summary>Belongs to a library: only its shape was read, no bodies.</summary>
    External = 256,

    /// <summary>A delegate.</summary>
    Delegate = 512,
}

/// <summary>A type with its members. Frozen once the program has been read.</summary>
public sealed class TypeDefinition
{
    internal TypeDefinition(TypeRef reference, TypeTraits traits, TypeDefinition? declaringType, string assembly)
    {
        Reference = reference;
        Traits = traits;
        DeclaringType = declaringType;
        Assembly = assembly;
    }

    /// <summary>The type itself, open.</summary>
    public TypeRef Reference { get; }

    /// <summary>Its traits.</summary>
    public TypeTraits Traits { get; }

    /// <summary>The type it is nested in, or null.</summary>
    public TypeDefinition? DeclaringType { get; }

    /// <summary>Simple name of the assembly that defines it.</summary>
    public string Assembly { get; }

    /// <summary>Its base type, or null for interfaces and <c>object</c>.</summary>
    public TypeRef? BaseType { get; internal set; }

    /// <summary>Interfaces that it names itself.</summary>
    public ImmutableArray<TypeRef> Interfaces { get; internal set; } = [];

    /// <summary>Methods, constructors and accessors, in metadata order.</summary>
    public ImmutableArray<MethodDefinition> Methods { get; internal set; } = [];

    /// <summary>Fields, in metadata order.</summary>
    public ImmutableArray<FieldDefinition> Fields { get; internal set; } = [];

    /// <summary>Properties, in metadata order.</summary>
    public ImmutableArray<PropertyDefinition> Properties { get; internal set; } = [];

    /// <summary>Attributes.</summary>
    public ImmutableArray<AttributeData> Attributes { get; internal set; } = [];

    /// <summary>Whether it is an interface.</summary>
    public bool IsInterface => Traits.HasFlag(TypeTraits.Interface);

    /// <summary>Whether instances of it can exist.</summary>
    public bool IsConcrete => (Traits & (TypeTraits.Interface | TypeTraits.Abstract)) == 0;

    /// <summary>Whether the compiler made it, or a type around it.</summary>
    public bool IsCompilerGenerated => Traits.HasFlag(TypeTraits.CompilerGenerated);

    /// <summary>Whether a tool wrote it: <c>[GeneratedCode]</c>, migrations, compiled Razor.</summary>
    public bool IsGeneratedCode => Traits.HasFlag(TypeTraits.GeneratedCode);

    /// <summary>Whether it belongs to a library.</summary>
    public bool IsExternal => Traits.HasFlag(TypeTraits.External);

    /// <summary>Full name with dots: <c>Shop.Orders</c>.</summary>
    public string DisplayName => TypeNames.Dotted(Reference);

    /// <summary>Such as <c>T:Shop.Orders</c>.</summary>
    public string DocumentationId => "T:" + TypeNames.DocumentationId(Reference);

    /// <inheritdoc />
    public override string ToString() => DisplayName;
}
