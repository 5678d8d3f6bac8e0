using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Flow;

/// <summary>
/// Which fields are really variables of the author: those of a state machine (through <c>this</c>) and those of
/// closures (through any object). What is a field in a Debug build is a stack slot in Release; both end up as variables.
/// </summary>
/// <param name="program">Resolves fields.</param>
/// <param name="machine">The state machine whose method is lowered, or null.</param>
/// <param name="isClosure">Whether a type is a closure.</param>
internal sealed class FieldVariables(CompiledProgram program, TypeDefinition? machine, Func<TypeDefinition, bool> isClosure)
{
    private readonly Dictionary<FieldDefinition, int> _variables = [];

    public IReadOnlyDictionary<FieldDefinition, int> Assigned => _variables;

    /// <summary>The state machine whose method is lowered, or null.</summary>
    public TypeDefinition? Machine => machine;

    /// <summary>The variable for a field access, or -1 where the field is a real one.</summary>
    public int Of(FieldRef reference, bool throughThis, Func<int> allocate)
    {
        var field = program.Find(reference);
        if (field is null || field.IsStatic)
            return -1;
        var isHoisted = throughThis && ReferenceEquals(field.DeclaringType, machine);
        if (!isHoisted && !isClosure(field.DeclaringType))
            return -1;
        if (!_variables.TryGetValue(field, out var variable))
            _variables[field] = variable = allocate();
        return variable;
    }
}
