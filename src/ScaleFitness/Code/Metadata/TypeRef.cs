using System.Collections.Immutable;

namespace ScaleFitness.Code.Metadata;

/// <summary>
/// A type as a signature names it. Instances are interned by <see cref="SymbolTable"/>: within one program,
/// equal types are the same object.
/// </summary>
public sealed class TypeRef
{
    internal TypeRef(TypeKind kind, string @namespace, string name, string assembly, TypeRef? element, ImmutableArray<TypeRef> arguments, int position)
    {
        Kind = kind;
        Namespace = @namespace;
        Name = name;
        Assembly = assembly;
        Element = element;
        Arguments = arguments;
        Position = position;
        HasParameters = kind is TypeKind.TypeParameter or TypeKind.MethodTypeParameter || element is { HasParameters: true };
        foreach (var argument in arguments)
            HasParameters |= argument.HasParameters;
        FullName = @namespace.Length == 0 ? name : string.Concat(@namespace, ".", name);
    }

    /// <summary>The shape.</summary>
    public TypeKind Kind { get; }

    /// <summary>The namespace of a named type, of the outermost one where it is nested; otherwise empty.</summary>
    public string Namespace { get; }

    /// <summary>Metadata name: <c>List`1</c>; nested types as <c>Outer+Inner</c>.</summary>
    public string Name { get; }

    /// <summary>Namespace and name, without type arguments: <c>System.Collections.Generic.List`1</c>.</summary>
    public string FullName { get; }

    /// <summary>Simple name of the assembly that the reference points to; empty for constructed types.</summary>
    public string Assembly { get; }

    /// <summary>The type that an array, pointer or reference is made of.</summary>
    public TypeRef? Element { get; }

    /// <summary>Type arguments of a constructed generic type; empty for an open one.</summary>
    public ImmutableArray<TypeRef> Arguments { get; }

    /// <summary>The position of a type parameter.</summary>
    public int Position { get; }

    /// <summary>Whether it is a type parameter or mentions one: its meaning depends on where it stands.</summary>
    internal bool HasParameters { get; }

    /// <summary>The type with its type arguments left out, once somebody has asked for it.</summary>
    internal TypeRef? Open { get; set; }

    /// <summary>The only type argument, or null where there are none or several.</summary>
    public TypeRef? SoleArgument => Arguments.Length == 1 ? Arguments[0] : null;

    /// <summary>Whether this is the named type with that full name, whatever its type arguments.</summary>
    public bool Is(string fullName) => Kind == TypeKind.Named && FullName == fullName;

    /// <summary>The name as people write it: <c>List&lt;Order&gt;</c>.</summary>
    public string DisplayName => TypeNames.Display(this);

    /// <inheritdoc />
    public override string ToString() => TypeNames.Display(this);
}
