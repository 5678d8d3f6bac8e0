using System.Collections.Immutable;

namespace ScaleFitness.Code.Metadata;

/// <summary>What can be said of a method without its body.</summary>
[Flags]
public enum MethodTraits : ushort
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Static.</summary>
    Static = 1,

    /// <summary>Abstract.</summary>
    Abstract = 2,

    /// <summary>Virtual: a call may reach another method.</summary>
    Virtual = 4,

    /// <summary>Overrides a base method rather than starting a slot of its own.</summary>
    Override = 8,

    /// <summary>Public.</summary>
    Public = 16,

    /// <summary>An accessor, operator or constructor.</summary>
    SpecialName = 32,

    /// <summary><c>[MethodImpl(MethodImplOptions.Synchronized)]</c>.</summary>
    Synchronized = 64,

    /// <summary>Compiled for runtime async: its body returns the result, not the task.</summary>
    RuntimeAsync = 128,

    /// <summary>Carries <c>[CompilerGenerated]</c>.</summary>
    CompilerGenerated = 256,

    /// <summary>Carries <c>[GeneratedCode]</c>.</summary>
    GeneratedCode = 512,
}

/// <summary>A method with its body. Frozen once the program has been read.</summary>
public sealed class MethodDefinition
{
    internal MethodDefinition(MethodRef reference, TypeDefinition declaringType, MethodTraits traits, int token)
    {
        Token = token;
        Reference = reference;
        DeclaringType = declaringType;
        Traits = traits;
    }

    /// <summary>The method itself, open.</summary>
    public MethodRef Reference { get; }

    /// <summary>The type that declares it.</summary>
    public TypeDefinition DeclaringType { get; }

    /// <summary>Its traits.</summary>
    public MethodTraits Traits { get; }

    /// <summary>Metadata name.</summary>
    public string Name => Reference.Name;

    /// <summary>Metadata token: what the method is called in its compiled assembly.</summary>
    internal int Token { get; }

    /// <summary>Parameters, without <c>this</c>.</summary>
    public ImmutableArray<ParameterDefinition> Parameters { get; internal set; } = [];

    /// <summary>Attributes of the method, or of the property for an accessor.</summary>
    public ImmutableArray<AttributeData> Attributes { get; internal set; } = [];

    /// <summary>Interface methods that it implements by name.</summary>
    public ImmutableArray<MethodRef> ExplicitlyImplements { get; internal set; } = [];

    /// <summary>Whether it has a compiled body; abstract and external methods have none.</summary>
    public bool HasBody => Compiled is not null;

    /// <summary>The compiled body, or null. It is decoded anew each time: ask once.</summary>
    public RawBody? Body => Compiled?.Decode();

    /// <summary>Symbols that the body names, in the order of the code; none where there is no body.</summary>
    internal Mentions Mentions => new(Compiled);

    /// <summary>Which instructions occur in the body: a bit for each <see cref="RawCode"/>.</summary>
    internal ulong Codes => Compiled?.Codes ?? 0;

    internal CompiledBody? Compiled { get; set; }

    /// <summary>Whether it is static.</summary>
    public bool IsStatic => Traits.HasFlag(MethodTraits.Static);

    /// <summary>Whether it is virtual.</summary>
    public bool IsVirtual => Traits.HasFlag(MethodTraits.Virtual);

    /// <summary>Whether it is public.</summary>
    public bool IsPublic => Traits.HasFlag(MethodTraits.Public);

    /// <summary>Whether it is a constructor, static or not.</summary>
    public bool IsConstructor => Reference.IsConstructor;

    /// <inheritdoc />
    public override string ToString() => $"{DeclaringType}.{Name}";
}

/// <summary>A parameter of a method.</summary>
/// <param name="Name">Its name in the source.</param>
/// <param name="Type">Its type in open form.</param>
/// <param name="Attributes">Its attributes.</param>
public sealed record ParameterDefinition(string Name, TypeRef Type, ImmutableArray<AttributeData> Attributes);

/// <summary>A property.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type in open form.</param>
/// <param name="Getter">Its getter, or null.</param>
/// <param name="Setter">Its setter, or null.</param>
/// <param name="Attributes">Its attributes.</param>
public sealed record PropertyDefinition(string Name, TypeRef Type, MethodDefinition? Getter, MethodDefinition? Setter, ImmutableArray<AttributeData> Attributes);

/// <summary>A field.</summary>
public sealed class FieldDefinition
{
    internal FieldDefinition(FieldRef reference, TypeDefinition declaringType, bool isStatic, bool isReadOnly, bool isLiteral)
    {
        Reference = reference;
        DeclaringType = declaringType;
        IsStatic = isStatic;
        IsReadOnly = isReadOnly;
        IsLiteral = isLiteral;
    }

    /// <summary>The field itself.</summary>
    public FieldRef Reference { get; }

    /// <summary>The type that declares it.</summary>
    public TypeDefinition DeclaringType { get; }

    /// <summary>Metadata name.</summary>
    public string Name => Reference.Name;

    /// <summary>Its type.</summary>
    public TypeRef Type => Reference.Type;

    /// <summary>Whether it is static.</summary>
    public bool IsStatic { get; }

    /// <summary>Whether it is <c>readonly</c>.</summary>
    public bool IsReadOnly { get; }

    /// <summary>Whether it is a constant.</summary>
    public bool IsLiteral { get; }

    /// <summary>Attributes; of the property where it is an auto-property's backing field.</summary>
    public ImmutableArray<AttributeData> Attributes { get; internal set; } = [];

    /// <summary>The property it stores, for the backing field of an auto-property or of the <c>field</c> keyword.</summary>
    public PropertyDefinition? Property { get; internal set; }

    /// <summary>The name as the author wrote it: the property's where there is one, the parameter's for a captured primary-constructor parameter.</summary>
    public string SourceName => Property?.Name ?? CapturedParameterName ?? Name;

    /// <summary>Documentation id of the field, or of the property that the author wrote.</summary>
    public string DocumentationId => Property is { } property
        ? $"P:{DeclaringType.DocumentationId[2..]}.{property.Name}"
        : $"F:{DeclaringType.DocumentationId[2..]}.{SourceName}";

    /// <summary>As people write it: <c>Shop.PriceCache._prices</c>.</summary>
    public string DisplayName => $"{DeclaringType.DisplayName}.{SourceName}";

    /// <summary>Roslyn stores a captured primary-constructor parameter <c>db</c> in a field <c>&lt;db&gt;P</c>.</summary>
    private string? CapturedParameterName =>
        Name.Length > 3 && Name[0] == '<' && Name.EndsWith(">P", StringComparison.Ordinal) ? Name[1..^2] : null;

    /// <inheritdoc />
    public override string ToString() => DisplayName;
}
