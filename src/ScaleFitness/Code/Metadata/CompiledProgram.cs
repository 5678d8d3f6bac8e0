using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace ScaleFitness.Code.Metadata;

/// <summary>Everything that was read: the app's types with bodies, and the shapes of the library types they build on. Frozen.</summary>
public sealed class CompiledProgram
{
    private readonly Dictionary<TypeRef, TypeDefinition> _definitions;

    // Type arguments do not change a type's ancestors, only the arguments of theirs.
    private readonly ConcurrentDictionary<TypeDefinition, string[]> _ancestors = new(ReferenceEqualityComparer.Instance);

    internal CompiledProgram(
        SymbolTable symbols,
        ImmutableArray<CompiledAssembly> assemblies,
        Dictionary<TypeRef, TypeDefinition> definitions,
        ImmutableArray<string> unresolved,
        ImmutableArray<UnreadableAssembly> unreadable)
    {
        Symbols = symbols;
        Assemblies = assemblies;
        _definitions = definitions;
        Unresolved = unresolved;
        Unreadable = unreadable;
    }

    /// <summary>The table that interns types.</summary>
    public SymbolTable Symbols { get; }

    /// <summary>The app's assemblies, ordered by name.</summary>
    public ImmutableArray<CompiledAssembly> Assemblies { get; }

    /// <summary>Assembly references that could not be found, ordered.</summary>
    public ImmutableArray<string> Unresolved { get; }

    /// <summary>App assemblies that could not be read, each with the reason.</summary>
    public ImmutableArray<UnreadableAssembly> Unreadable { get; }

    /// <summary>The app's own types, in metadata order, assembly by assembly.</summary>
    public IEnumerable<TypeDefinition> Types => Assemblies.SelectMany(a => a.Types);

    /// <summary>The definition of a type, app or library, or null where it is not known.</summary>
    public TypeDefinition? Find(TypeRef? type)
    {
        if (type is null || type.Kind != TypeKind.Named)
            return null;
        if (_definitions.TryGetValue(type, out var definition))
            return definition;
        return type.Arguments.IsEmpty ? null : _definitions.GetValueOrDefault(Symbols.Construct(type, []));
    }

    /// <summary>The app's method that a reference names, or null for a library's or an unknown one.</summary>
    public MethodDefinition? Find(MethodRef method)
    {
        if (!method.IsResolved)
        {
            method.Definition = method.Unnamed is { } unnamed ? Find(unnamed) : MemberLookup.Method(Find(method.DeclaringType), method);
            method.IsResolved = true;
        }

        return method.Definition;
    }

    /// <summary>The app's field that a reference names, or null for a library's or an unknown one.</summary>
    public FieldDefinition? Find(FieldRef field)
    {
        if (!field.IsResolved)
        {
            field.Definition = Find(field.DeclaringType)?.Fields.FirstOrDefault(f => f.Name == field.Name);
            field.IsResolved = true;
        }

        return field.Definition;
    }

    /// <summary>The type, its base types from near to far, and all their interfaces, with type arguments filled in. Unknown bases end the walk.</summary>
    public IEnumerable<TypeRef> SelfAndBases(TypeRef type)
    {
        var seen = new HashSet<TypeRef>();
        var pending = new Queue<TypeRef>();
        pending.Enqueue(type);
        while (pending.TryDequeue(out var current))
        {
            if (!seen.Add(current))
                continue;
            yield return current;
            if (Find(current) is not { } definition)
                continue;
            if (definition.BaseType is { } baseType)
                pending.Enqueue(Symbols.Substitute(baseType, current.Arguments, []));
            foreach (var @interface in definition.Interfaces)
                pending.Enqueue(Symbols.Substitute(@interface, current.Arguments, []));
        }
    }

    /// <summary>Whether the type is, derives from or implements the named one.</summary>
    public bool Derives(TypeRef? type, string fullName)
    {
        if (type is null || type.FullName == fullName)
            return type is not null;
        return Find(type) is { } definition && Array.IndexOf(_ancestors.GetOrAdd(definition, NamesOfAncestors), fullName) >= 0;
    }

    private string[] NamesOfAncestors(TypeDefinition type) => [.. SelfAndBases(type.Reference).Select(t => t.FullName).Distinct()];

    /// <summary>The type as the named ancestor sees it, with type arguments, or null.</summary>
    public TypeRef? As(TypeRef? type, string fullName) =>
        type is null ? null : SelfAndBases(type).FirstOrDefault(t => t.FullName == fullName);
}

/// <summary>One assembly of the app.</summary>
/// <param name="Name">Simple name.</param>
/// <param name="Types">Its types, nested ones included.</param>
/// <param name="EntryPoint">Its <c>Main</c>, or null for a library.</param>
/// <param name="Attributes">Assembly-level attributes.</param>
/// <param name="HasSymbols">Whether debug information was found.</param>
/// <param name="References">Simple names of the assemblies it references.</param>
/// <param name="Documents">The documents that its bodies were compiled from.</param>
public sealed record CompiledAssembly(
    string Name,
    ImmutableArray<TypeDefinition> Types,
    MethodDefinition? EntryPoint,
    ImmutableArray<AttributeData> Attributes,
    bool HasSymbols,
    ImmutableArray<string> References,
    IReadOnlyList<string> Documents)
{
    /// <summary>Versions of the assemblies it references, by simple name.</summary>
    internal IReadOnlyDictionary<string, Version> Versions { get; init; } = ImmutableDictionary<string, Version>.Empty;

    /// <summary>The version of a library that the assembly was compiled against, or null.</summary>
    /// <param name="reference">The library's simple name.</param>
    public Version? VersionOf(string reference) => Versions.GetValueOrDefault(reference);

    /// <summary>The author's <c>Main</c>: for an async one the compiler adds a synchronous one that waits for it.</summary>
    public MethodDefinition? Main =>
        EntryPoint is { Name: "<Main>" } wrapper
            ? wrapper.DeclaringType.Methods.FirstOrDefault(m => m.Name is "Main" or "<Main>$") ?? wrapper
            : EntryPoint;
}

/// <summary>An assembly that could not be read.</summary>
/// <param name="Path">The path as it was given.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record UnreadableAssembly(string Path, string Reason);
