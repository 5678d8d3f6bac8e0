using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Calls;

/// <summary>Who derives from and implements what, and which method of a type answers a virtual call.</summary>
public sealed class TypeHierarchy
{
    private readonly CompiledProgram _program;
    private readonly Dictionary<string, List<TypeDefinition>> _derived = new(StringComparer.Ordinal);

    internal TypeHierarchy(CompiledProgram program)
    {
        _program = program;
        foreach (var type in program.Types)
            foreach (var ancestor in program.SelfAndBases(type.Reference).Select(t => t.FullName).Distinct())
            {
                if (!_derived.TryGetValue(ancestor, out var list))
                    _derived[ancestor] = list = [];
                list.Add(type);
            }
    }

    /// <summary>The app's types that are, derive from or implement the named one, in metadata order.</summary>
    public IReadOnlyList<TypeDefinition> Derived(string fullName) =>
        _derived.TryGetValue(fullName, out var list) ? list : [];

    /// <summary>The method that runs when the virtual or interface method is called on an object of the type, or null where none of the app's does.</summary>
    public MethodDefinition? Implementation(TypeDefinition type, MethodRef method)
    {
        for (var current = type; current is not null; current = _program.Find(current.BaseType))
        {
            foreach (var candidate in current.Methods)
                foreach (var explicitly in candidate.ExplicitlyImplements)
                    if (explicitly.Name == method.Name && explicitly.DeclaringType.FullName == method.DeclaringType.FullName && explicitly.Parameters.Length == method.Parameters.Length)
                        return candidate;
            if (ByName(current, method) is { } found)
                return found;
        }

        return null;
    }

    private MethodDefinition? ByName(TypeDefinition type, MethodRef method)
    {
        MethodDefinition? loose = null;
        foreach (var candidate in type.Methods)
        {
            var reference = candidate.Reference;
            if (reference.Name != method.Name || !reference.HasThis || candidate.Traits.HasFlag(MethodTraits.Abstract)
                || reference.Parameters.Length != method.Parameters.Length || reference.GenericArity != method.GenericArity)
                continue;
            if (SameParameters(type, reference, method))
                return candidate;
            loose ??= candidate;
        }

        // Type arguments may hide that the parameters are the same: better one candidate too many than none.
        return loose;
    }

    private bool SameParameters(TypeDefinition type, MethodRef candidate, MethodRef method)
    {
        var seen = _program.As(type.Reference, method.DeclaringType.FullName);
        for (var i = 0; i < candidate.Parameters.Length; i++)
        {
            var expected = _program.Symbols.Substitute(method.Parameters[i], seen?.Arguments ?? method.DeclaringType.Arguments, []);
            if (expected.FullName != candidate.Parameters[i].FullName || expected.Kind != candidate.Parameters[i].Kind)
                return false;
        }

        return true;
    }
}
