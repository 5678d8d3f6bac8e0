using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Folding;

/// <summary>Closure classes, and who writes the variables they hold.</summary>
internal sealed class Closures
{
    private readonly Dictionary<FieldDefinition, List<MethodDefinition>> _writers = [];

    /// <summary>
    /// Whether a type is a closure: made by the compiler, not a state machine, with fields of its own. The cache of
    /// non-capturing lambdas has static fields only.
    /// </summary>
    public static bool IsClosure(TypeDefinition type) =>
        type.IsCompilerGenerated && type.DeclaringType is not null && type.Name().StartsWith("<>c__DisplayClass");

    /// <summary>Compiled methods that store a captured variable or take its address.</summary>
    public IReadOnlyList<MethodDefinition> Writers(FieldDefinition field) =>
        _writers.TryGetValue(field, out var writers) ? writers : [];

    public void AddWriter(FieldDefinition field, MethodDefinition method)
    {
        if (!_writers.TryGetValue(field, out var writers))
            _writers[field] = writers = [];
        if (!writers.Contains(method))
            writers.Add(method);
    }
}

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
