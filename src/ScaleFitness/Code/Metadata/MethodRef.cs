using System.Collections.Immutable;

namespace ScaleFitness.Code.Metadata;

/// <summary>A method as a call names it. Parameter and return types are in open form: <c>!0</c> stands for the declaring type's argument.</summary>
public sealed class MethodRef
{
    internal MethodRef(TypeRef declaringType, string name, ImmutableArray<TypeRef> parameters, TypeRef returnType, bool hasThis, int genericArity, ImmutableArray<TypeRef> typeArguments)
    {
        DeclaringType = declaringType;
        Name = name;
        Parameters = parameters;
        ReturnType = returnType;
        HasThis = hasThis;
        GenericArity = genericArity;
        TypeArguments = typeArguments;
        HasParameters = declaringType.HasParameters;
        foreach (var argument in typeArguments)
            HasParameters |= argument.HasParameters;
    }

    /// <summary>The type that declares it, with its type arguments.</summary>
    public TypeRef DeclaringType { get; }

    /// <summary>Metadata name.</summary>
    public string Name { get; }

    /// <summary>Parameter types in open form.</summary>
    public ImmutableArray<TypeRef> Parameters { get; }

    /// <summary>Return type in open form.</summary>
    public TypeRef ReturnType { get; }

    /// <summary>Whether it is called on an instance.</summary>
    public bool HasThis { get; }

    /// <summary>How many type parameters the method itself has.</summary>
    public int GenericArity { get; }

    /// <summary>The type arguments of this call.</summary>
    public ImmutableArray<TypeRef> TypeArguments { get; }

    /// <summary>Whether this is an instance or static constructor.</summary>
    public bool IsConstructor => Name is ".ctor" or ".cctor";

    /// <summary>Declaring type and name, without arguments: <c>System.Linq.Enumerable.ToList</c>.</summary>
    public string FullName => DeclaringType.FullName + "." + Name;

    /// <summary>The same method with type parameters called as where it is mentioned; it names the same definition.</summary>
    internal MethodRef Named(Func<TypeRef, TypeRef> substitute, TypeRef declaringType)
    {
        if (!HasParameters)
            return this;
        var arguments = TypeArguments.IsEmpty ? TypeArguments : [.. TypeArguments.Select(substitute)];
        // The methods that the runtime gives an array have its element's type in their signature.
        return DeclaringType.Kind == TypeKind.Array
            ? new(declaringType, Name, [.. Parameters.Select(substitute)], substitute(ReturnType), HasThis, GenericArity, arguments)
            : new(declaringType, Name, Parameters, ReturnType, HasThis, GenericArity, arguments) { Unnamed = this };
    }

    /// <summary>Whether its type or an argument is a type parameter or mentions one: its meaning depends on where it stands.</summary>
    internal bool HasParameters { get; }

    /// <summary>The method that this one was made from to give type parameters their names.</summary>
    internal MethodRef? Unnamed { get; private init; }

    internal MethodDefinition? Definition { get; set; }

    internal bool IsResolved { get; set; }

    /// <summary>Whether the method is declared by that type and has one of those names.</summary>
    public bool Is(string declaringType, params ReadOnlySpan<string> names)
    {
        if (!DeclaringType.Is(declaringType))
            return false;
        foreach (var name in names)
            if (Name == name)
                return true;
        return names.IsEmpty;
    }

    /// <inheritdoc />
    public override string ToString() => $"{DeclaringType}.{Name}";
}
