using ScaleFitness.Code.Flow;

namespace ScaleFitness.Code.Values;

/// <summary>What was seen while iterating: the inputs of each instruction, joined over all visits. Read once it has converged.</summary>
internal sealed class Recording(LoweredBody body)
{
    private readonly ValueSet?[] _inputs = new ValueSet?[body.InputCount];
    private FactSet?[] _facts = new FactSet?[body.InstructionCount];

    // Asked for where fields are variables, and nowhere else.
    private ValueSet?[] _assigned = new ValueSet?[body.FieldVariables.Count > 0 ? body.InstructionCount : 0];

    // Most bodies have none.
    private HashSet<(Instruction Call, int Input, int Variable)>? _referenceWrites;

    public void Input(Instruction instruction, int input, ValueSet value)
    {
        ref var known = ref _inputs[instruction.FirstInput + input];
        known = known is null ? value : ValueSet.Join(known, value);
    }

    public void Facts(Instruction instruction, FactSet facts) =>
        _facts[instruction.Index] = _facts[instruction.Index] is { } known ? FactSet.Meet(known, facts) : facts;

    public void Assigned(Instruction instruction, ValueSet value)
    {
        if (_assigned.Length > 0)
            _assigned[instruction.Index] = _assigned[instruction.Index] is { } known ? ValueSet.Join(known, value) : value;
    }

    /// <summary>Variables that calls write through a reference, each with the call and the input.</summary>
    public IReadOnlyCollection<(Instruction Call, int Input, int Variable)> ReferenceWrites => _referenceWrites ?? [];

    public void ReferenceWritten(Instruction call, int input, int variable) => (_referenceWrites ??= []).Add((call, input, variable));

    /// <summary>Whether control can get to the instruction.</summary>
    public bool IsReached(Instruction instruction) => _facts[instruction.Index] is not null;

    public ValueSet InputOf(Instruction instruction, int input) => _inputs[instruction.FirstInput + input] ?? ValueSet.Empty;

    public FactSet FactsAt(Instruction instruction) => _facts[instruction.Index] ?? FactSet.None;

    /// <summary>Everything that an instruction ever assigned to a variable that lives across blocks.</summary>
    public ValueSet AssignedBy(Instruction instruction) => _assigned.Length > 0 && _assigned[instruction.Index] is { } value ? value : ValueSet.Empty;

    /// <summary>Lets go of what only the making of a body asks for: values made later ask for inputs alone.</summary>
    public void Settle()
    {
        _assigned = [];
        _referenceWrites = null;
        _facts = [];
    }
}
