using ScaleFitness.Code.Flow;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Values;

/// <summary>What each instruction does to the values of variables. Results are kept by instruction and only grow.</summary>
internal sealed class Transfer
{
    private readonly LoweredBody _body;
    private readonly DefinitionTable _definitions;
    private readonly VariableEntries _entries;
    private readonly ValueSet[] _temporaries;
    private readonly Recording _recording;

    public Transfer(LoweredBody body, DefinitionTable definitions, VariableEntries entries, Recording recording)
    {
        _body = body;
        _definitions = definitions;
        _entries = entries;
        _recording = recording;
        _temporaries = new ValueSet[body.VariableCount - body.PersistentCount];
        Array.Fill(_temporaries, ValueSet.Empty);
    }

    /// <summary>On re-entry of a suspended machine, hoisted variables keep their values; locals start anew.</summary>
    public FlowState Resumed(FlowState state)
    {
        var resumed = state.Clone();
        for (var i = _body.ArgumentCount; i < _body.ArgumentCount + _body.Raw.LocalCount; i++)
            resumed.Variables[i] = ValueSet.Empty;
        return resumed;
    }

    public void Apply(Block block, FlowState state)
    {
        foreach (var instruction in block.Instructions)
            Apply(instruction, state);
    }

    private void Apply(Instruction instruction, FlowState state)
    {
        switch (instruction.Operation)
        {
            case Operation.Constant:
                Set(instruction, _definitions.Constant(instruction.Operand), state);
                break;
            case Operation.Copy or Operation.IsInstance:
                Set(instruction, Read(instruction.Inputs[0], state), state);
                break;
            case Operation.Address:
                Set(instruction, _definitions.Address((int)instruction.Operand!), state);
                break;
            case Operation.LoadIndirect:
                Set(instruction, Dereference(Read(instruction.Inputs[0], state), state, _definitions.Result(instruction)), state);
                break;
            case Operation.StoreIndirect:
                StoreThrough(instruction, Read(instruction.Inputs[1], state), state);
                break;
            case Operation.Initialise:
                StoreThrough(instruction, _definitions.Constant(null), state);
                break;
            case Operation.LoadField when _entries.IsCompilersCache(instruction):
                Set(instruction, ValueSet.Empty, state);
                break;
            case Operation.Call:
                Call(instruction, state);
                break;
            case Operation.StoreField or Operation.StoreElement or Operation.Branch or Operation.Switch or Operation.Return or Operation.Throw:
                Record(instruction, state);
                break;
            default:
                Record(instruction, state);
                state.Facts = state.Facts.Without(_definitions.Result(instruction).Single);
                Set(instruction, _definitions.Result(instruction), state);
                break;
        }
    }

    private void Call(Instruction instruction, FlowState state)
    {
        Record(instruction, state);
        var method = (MethodRef)instruction.Operand!;
        var result = _definitions.Result(instruction);
        state.Facts = state.Facts.Without(result.Single);
        Set(instruction, result, state);
        var first = method.HasThis ? 1 : 0;
        for (var i = 0; i < instruction.Inputs.Length; i++)
        {
            var isReceiver = i < first;
            if (isReceiver ? !method.IsConstructor : method.Parameters[i - first].Kind != TypeKind.ByReference)
                continue;
            foreach (var id in Read(instruction.Inputs[i], state).Ids)
                if (_definitions[id] is { Kind: DefinitionKind.Address } address)
                    Written(instruction, i, address.Index, isReceiver, state);
        }
    }

    /// <summary>A constructor called on a variable replaces it; what a call does through a reference is one more possibility.</summary>
    private void Written(Instruction call, int input, int variable, bool isConstruction, FlowState state)
    {
        if (isConstruction)
        {
            state.Variables[variable] = _definitions.Result(call);
            return;
        }

        state.Variables[variable] = ValueSet.Join(state.Variables[variable], _definitions.Out(call, input));
        _recording.ReferenceWritten(call, input, variable);
    }

    private void StoreThrough(Instruction instruction, ValueSet value, FlowState state)
    {
        Record(instruction, state);
        var address = Read(instruction.Inputs[0], state);
        foreach (var id in address.Ids)
            if (_definitions[id] is { Kind: DefinitionKind.Address, Index: var variable })
            {
                state.Variables[variable] = address.Single >= 0 ? value : ValueSet.Join(state.Variables[variable], value);
                _recording.Assigned(instruction, value);
            }
    }

    private ValueSet Dereference(ValueSet address, FlowState state, ValueSet other)
    {
        if (address.IsUnknown)
            return ValueSet.Unknown;
        var result = ValueSet.Empty;
        foreach (var id in address.Ids)
            result = ValueSet.Join(result, _definitions[id] switch
            {
                { Kind: DefinitionKind.Address, Index: var variable } => state.Variables[variable],
                { Kind: DefinitionKind.Result, Instruction.Operation: Operation.FieldAddress or Operation.ElementAddress } or { Kind: DefinitionKind.Argument or DefinitionKind.Captured } => ValueSet.Of(id),
                _ => other,
            });
        return result;
    }

    /// <summary>What a variable may hold in a state; a temporary, what the block that was last applied left in it.</summary>
    public ValueSet Read(int variable, FlowState state)
    {
        if (variable >= _body.PersistentCount)
            return _temporaries[variable - _body.PersistentCount];
        var value = state.Variables[variable];
        return _entries.WrittenElsewhere(variable) is { } captured ? ValueSet.Join(value, captured) : value;
    }

    private void Set(Instruction instruction, ValueSet value, FlowState state)
    {
        var target = instruction.Target;
        if (target < _body.PersistentCount)
        {
            state.Variables[target] = value;
            _recording.Assigned(instruction, value);
            return;
        }

        ref var temporary = ref _temporaries[target - _body.PersistentCount];
        // A temporary is written and read in one block: within a visit it holds that visit's value.
        temporary = value;
    }

    /// <summary>Keeps what an instruction's inputs may be; an address counts as what it points to.</summary>
    private void Record(Instruction instruction, FlowState state)
    {
        for (var i = 0; i < instruction.Inputs.Length; i++)
        {
            var value = Read(instruction.Inputs[i], state);
            _recording.Input(instruction, i, Pointee(value, state));
        }

        _recording.Facts(instruction, state.Facts);
    }

    private ValueSet Pointee(ValueSet value, FlowState state)
    {
        foreach (var id in value.Ids)
            if (_definitions[id].Kind == DefinitionKind.Address)
                return Dereference(value, state, value);
        return value;
    }
}
