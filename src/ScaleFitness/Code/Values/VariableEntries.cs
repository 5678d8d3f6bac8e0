using ScaleFitness.Code.Flow;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Values;

/// <summary>What variables hold when a function starts: arguments, hoisted arguments and captured variables.</summary>
internal sealed class VariableEntries
{
    private readonly CompiledProgram _program;
    private readonly ValueSet?[] _elsewhere;

    public VariableEntries(SourceFunction function, LoweredBody body, FoldedProgram folded, DefinitionTable definitions)
    {
        _program = folded.Program;
        _elsewhere = new ValueSet?[body.PersistentCount];
        var initial = new ValueSet[body.PersistentCount];
        Array.Fill(initial, ValueSet.Empty);
        // A machine's own `this` is plumbing; the author's arguments are in its fields.
        if (function.BodyMethod == function.Method)
            for (var i = 0; i < body.ArgumentCount; i++)
                initial[i] = definitions.Argument(i);
        foreach (var (field, variable) in body.FieldVariables)
        {
            if (function.ArgumentFields.TryGetValue(field, out var argument))
                initial[variable] = definitions.Argument(argument);
            else if (folded.Closures.Contains(field.DeclaringType))
                Capture(function, folded, field, variable, initial, definitions);
        }

        Initial = new(initial, FactSet.None);
    }

    /// <summary>The state at the function's start.</summary>
    public FlowState Initial { get; }

    /// <summary>For a captured variable that other functions write too: what they may have put there, at any time.</summary>
    public ValueSet? WrittenElsewhere(int variable) => _elsewhere[variable];

    /// <summary>Whether it loads a static field in which the compiler caches a delegate: the delegate is created beside it.</summary>
    public bool IsCompilersCache(Instruction load) =>
        load is { Inputs.Length: 0, Operand: FieldRef field } && _program.Find(field) is { IsStatic: true, DeclaringType: var type } && GeneratedShape.IsCompilersOwn(type)
        && field.Type.FullName != type.Reference.FullName;

    private void Capture(SourceFunction function, FoldedProgram folded, FieldDefinition field, int variable, ValueSet[] initial, DefinitionTable definitions)
    {
        var writers = folded.Closures.Writers(field);
        var captured = definitions.Captured(field);
        if (!writers.Contains(function.BodyMethod))
            initial[variable] = captured;
        else if (writers.Count > 1)
            _elsewhere[variable] = captured;
    }
}
