using ScaleFitness.Code.Flow;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Values;

/// <summary>
/// What a comparison proves of the variable it tests: on the edge where it is no greater than the other side, the
/// variable holds a value with that limit. Where <c>if (size > 100) size = 100;</c> joins, it is the limited or the constant.
/// </summary>
internal sealed class UpperBounds(LoweredBody body, DefinitionTable definitions, Recording recording)
{
    private const string Nullable = "System.Nullable`1";

    private Block[]? _blocks;

    /// <summary>The state with the tested variables bounded; a clone where that changes something and the state is shared.</summary>
    public FlowState Apply(Instruction branch, VisitInputs inputs, bool taken, FlowState state, FlowState shared)
    {
        if (Compared(branch, inputs, taken) is not var (comparison, holds))
            return state;
        if (comparison.Operation == Operation.Call)
            return holds ? state : Absent(comparison, state, shared);
        var op = holds ? comparison.Operator : Comparison.Negate(comparison.Operator);
        state = Bound(comparison, 0, op, state, shared);
        return Bound(comparison, 1, Comparison.Mirror(op), state, shared);
    }

    /// <summary>The comparison, or the question whether a nullable has a value, that decides a branch, and whether it holds on the edge.</summary>
    private (Instruction Comparison, bool Holds)? Compared(Instruction branch, VisitInputs inputs, bool taken)
    {
        if (branch.Inputs.Length == 2)
            return (branch, taken);
        var holds = branch.Flag == taken;
        var condition = DefinedBy(inputs.Of(branch, 0));
        // `a <= b` is compiled as "not a > b", and "not" as "equals zero".
        while (condition is { Operation: Operation.Compare, Operator: BinaryOperator.Equal } && IsZero(condition) && DefinedBy(inputs.Of(condition, 0)) is { Operation: Operation.Compare or Operation.Binary or Operation.Call } negated)
        {
            condition = negated;
            holds = !holds;
        }

        return condition switch
        {
            { Operation: Operation.Compare } => (condition, holds),
            { Operation: Operation.Call } when IsHasValue(condition) => (condition, holds),
            { Operation: Operation.Binary, Operator: BinaryOperator.And } when Lifted(condition) is { } lifted => (lifted, holds),
            _ => null,
        };
    }

    private bool IsZero(Instruction comparison) =>
        recording.InputOf(comparison, 1).Single is >= 0 and var id && definitions[id] is { Kind: DefinitionKind.Constant, Constant: 0 };

    /// <summary><c>size > 100</c> of a nullable is "its value is greater, and it has one": where that is false, what value it has is no greater.</summary>
    private Instruction? Lifted(Instruction both)
    {
        var (first, second) = (DefinedBy(both, 0), DefinedBy(both, 1));
        return IsHasValue(second) && first is { Operation: Operation.Compare } ? first
            : IsHasValue(first) && second is { Operation: Operation.Compare } ? second
            : null;
    }

    private Instruction? DefinedBy(Instruction instruction, int input) => DefinedBy(recording.InputOf(instruction, input));

    private Instruction? DefinedBy(ValueSet value) => value.Single is >= 0 and var id ? definitions[id].Instruction : null;

    private static bool IsHasValue(Instruction? instruction) =>
        instruction is { Operation: Operation.Call, Operand: MethodRef { Name: "get_HasValue" } method } && method.DeclaringType.Is(Nullable);

    /// <summary>A nullable that has no value is null.</summary>
    private FlowState Absent(Instruction hasValue, FlowState state, FlowState shared)
    {
        var nullable = Addressed(BlockOf(hasValue).Instructions, hasValue.Inputs[0]);
        if (nullable < 0 || nullable >= body.PersistentCount || state.Variables[nullable].IsEmpty || !state.Variables[nullable].LessOrEqual(recording.InputOf(hasValue, 0)))
            return state;
        state = ReferenceEquals(state, shared) ? state.Clone() : state;
        state.Variables[nullable] = definitions.Constant(null);
        return state;
    }

    private FlowState Bound(Instruction comparison, int side, BinaryOperator op, FlowState state, FlowState shared)
    {
        if (op is not (BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.LessUnsigned or BinaryOperator.LessOrEqualUnsigned) || IsNull(recording.InputOf(comparison, 1 - side)))
            return state;
        foreach (var variable in Tested(comparison, side))
        {
            // What was assigned since is not what was compared.
            if (!state.Variables[variable.Index].LessOrEqual(variable.Compared))
                continue;
            var bounded = definitions.Bounded(state.Variables[variable.Index], new(comparison, 1 - side));
            if (ReferenceEquals(bounded, state.Variables[variable.Index]))
                continue;
            state = ReferenceEquals(state, shared) ? state.Clone() : state;
            state.Variables[variable.Index] = bounded;
        }

        return state;
    }

    private bool IsNull(ValueSet value) => value.Single is >= 0 and var id && definitions[id] is { Kind: DefinitionKind.Constant, Constant: null };

    /// <summary>Variables that held what was compared: those it was copied from and to in the comparison's block, and the nullable whose value it is.</summary>
    private IEnumerable<(int Index, ValueSet Compared)> Tested(Instruction comparison, int side)
    {
        var instructions = BlockOf(comparison).Instructions;
        var same = new Dictionary<int, ValueSet> { [comparison.Inputs[side]] = recording.InputOf(comparison, side) };
        var overwritten = new HashSet<int>();
        for (var i = instructions.IndexOf(comparison) - 1; i >= 0; i--)
        {
            var instruction = instructions[i];
            if (instruction.Target < 0 || !same.TryGetValue(instruction.Target, out var value))
                overwritten.Add(instruction.Target);
            else if (instruction.Operation == Operation.Copy && !overwritten.Contains(instruction.Inputs[0]))
                same.TryAdd(instruction.Inputs[0], value);
            else if (IsValueOf(instruction) && Addressed(instructions, instruction.Inputs[0]) is >= 0 and var nullable && !overwritten.Contains(nullable))
                same.TryAdd(nullable, recording.InputOf(instruction, 0));
        }

        // A pattern reads the nullable's value once and compares it in several blocks.
        if (Unbounded(recording.InputOf(comparison, side)) is { } read && IsValueOf(read) && Addressed(BlockOf(read).Instructions, read.Inputs[0]) is >= 0 and var pattern)
            same.TryAdd(pattern, recording.InputOf(read, 0));
        return same.Where(v => v.Key < body.PersistentCount).Select(v => (v.Key, v.Value));
    }

    private Instruction? Unbounded(ValueSet value)
    {
        var id = value.Single;
        while (id >= 0 && definitions[id].Kind == DefinitionKind.Bounded)
            id = definitions[id].Index;
        return id >= 0 ? definitions[id].Instruction : null;
    }

    private Block BlockOf(Instruction instruction) => (_blocks ??= BlocksByInstruction())[instruction.Index];

    private Block[] BlocksByInstruction()
    {
        var blocks = new Block[body.InstructionCount];
        foreach (var block in body.Blocks)
            foreach (var one in block.Instructions)
                blocks[one.Index] = block;
        return blocks;
    }

    private static bool IsValueOf(Instruction instruction) =>
        instruction is { Operation: Operation.Call, Operand: MethodRef { Name: "get_Value" or "GetValueOrDefault", HasThis: true, Parameters.IsEmpty: true } method } && method.DeclaringType.Is(Nullable);

    private static int Addressed(List<Instruction> instructions, int temporary) =>
        instructions.Find(i => i.Operation == Operation.Address && i.Target == temporary) is { } address ? (int)address.Operand! : -1;
}
