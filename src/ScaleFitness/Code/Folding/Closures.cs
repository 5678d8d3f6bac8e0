using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Folding;

/// <summary>Closure classes, told by who creates them, and who writes the variables they hold.</summary>
internal sealed class Closures(CompiledProgram program)
{
    private readonly HashSet<TypeDefinition> _types = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<FieldDefinition, List<MethodDefinition>> _writers = [];

    /// <summary>Whether a type is a closure.</summary>
    public bool Contains(TypeDefinition type) => _types.Contains(type);

    /// <summary>Whether a type is a closure, whatever its type arguments.</summary>
    public bool Contains(TypeRef? type) => program.Find(type) is { } definition && _types.Contains(definition);

    /// <summary>
    /// A closure is created where the variables are declared, by the type that it lies in or by what the compiler cut out
    /// of that type; one that is a struct is handed by reference to the local functions which share it.
    /// </summary>
    public void Find(MachineOwners machines)
    {
        var candidates = program.Types.Where(t => GeneratedShape.MayBeClosure(t) && !machines.IsMachine(t)).ToHashSet<TypeDefinition>(ReferenceEqualityComparer.Instance);
        var homes = candidates.Select(Home).ToHashSet<TypeDefinition>(ReferenceEqualityComparer.Instance);
        if (candidates.Count == 0)
            return;
        foreach (var type in program.Types)
            if (Home(type) is var home && homes.Contains(home))
                foreach (var method in type.Methods)
                    foreach (var used in Created(method).Concat(Shared(method)))
                        if (program.Find(used) is { } closure && candidates.Contains(closure) && Home(closure) == home)
                            _types.Add(closure);
    }

    /// <summary>Compiled methods that store a captured variable or take its address.</summary>
    public IReadOnlyList<MethodDefinition> Writers(FieldDefinition field) =>
        _writers.TryGetValue(field, out var writers) ? writers : [];

    public void AddWriter(FieldDefinition field, MethodDefinition method)
    {
        // Visual Basic copies a loop's closure from the one of the round before: that is no write of the author's.
        if (method.IsConstructor && method.DeclaringType == field.DeclaringType)
            return;
        if (!_writers.TryGetValue(field, out var writers))
            _writers[field] = writers = [];
        if (!writers.Contains(method))
            writers.Add(method);
    }

    private static List<TypeRef> Created(MethodDefinition method)
    {
        List<TypeRef> created = [];
        foreach (var mention in method.Mentions)
            if (mention is { Code: RawCode.New, Symbol: MethodRef constructor })
                created.Add(constructor.DeclaringType);
        return created;
    }

    private static IEnumerable<TypeRef> Shared(MethodDefinition method) =>
        GeneratedShape.MayBeNested(method) || method.DeclaringType.IsCompilerGenerated
            ? method.Reference.Parameters.Where(p => p.Kind == TypeKind.ByReference).Select(p => p.Element).OfType<TypeRef>()
            : [];

    /// <summary>The author's type that a generated one was cut out of.</summary>
    private static TypeDefinition Home(TypeDefinition type)
    {
        while (type is { IsCompilerGenerated: true, DeclaringType: { } outer })
            type = outer;
        return type;
    }
}
