using ScaleFitness.Code.Flow;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Values;

/// <summary>What a branch proves on each of its edges: a null test, a boolean, <c>is</c>, a comparison with a constant.</summary>
internal sealed class Refinement(LoweredBody body, DefinitionTable definitions, Recording recording)
{
    private readonly UpperBounds _bounds = new(body, definitions, recording);

    /// <summary>The state on the edge, or null where the edge cannot be taken.</summary>
    public FlowState? Refine(Block block, Edge edge, FlowState after, Transfer transfer)
    {
        if (edge.Kind is not (EdgeKind.True or EdgeKind.False) || block.Last is not { Operation: Operation.Branch } branch)
            return after;
        var inputs = new VisitInputs(block, after, transfer, recording);
        var condition = Condition(branch, inputs, edge.Kind == EdgeKind.True);
        if (condition is not var (value, op, constant))
            return _bounds.Apply(branch, inputs, edge.Kind == EdgeKind.True, after, after);
        if (IsConstantFalse(value, op, constant))
            return null;
        var state = after;
        if (value.Single >= 0)
        {
            state = after.Clone();
            state.Facts = state.Facts.With(new(value.Single, op, constant));
        }

        state = _bounds.Apply(branch, inputs, edge.Kind == EdgeKind.True, state, after);
        return op == BinaryOperator.NotEqual && constant is null ? WithoutNull(block, branch, state, after) : state;
    }

    /// <summary>What holds on the edge, as value, operator and constant.</summary>
    private (ValueSet Value, BinaryOperator Operator, object? Constant)? Condition(Instruction branch, VisitInputs inputs, bool taken)
    {
        var first = inputs.Of(branch, 0);
        if (branch.Inputs.Length == 2)
            return Compare(first, inputs.Of(branch, 1), branch.Operator, taken);
        var isTrue = branch.Flag == taken;
        if (first.Single >= 0 && definitions[first.Single].Instruction is { Operation: Operation.Compare } compare)
            return Compare(inputs.Of(compare, 0), inputs.Of(compare, 1), compare.Operator, isTrue);
        return (first, isTrue ? BinaryOperator.NotEqual : BinaryOperator.Equal, null);
    }

    private (ValueSet, BinaryOperator, object?)? Compare(ValueSet left, ValueSet right, BinaryOperator op, bool holds)
    {
        if (right.Single >= 0 && definitions[right.Single] is { Kind: DefinitionKind.Constant } constant)
            return (left, holds ? Normal(op, constant.Constant) : Comparison.Negate(Normal(op, constant.Constant)), constant.Constant);
        if (left.Single >= 0 && definitions[left.Single] is { Kind: DefinitionKind.Constant } mirrored)
            return (right, holds ? Comparison.Mirror(op) : Comparison.Negate(Comparison.Mirror(op)), mirrored.Constant);
        return null;
    }

    /// <summary><c>cgt.un</c> against null is how compilers say "is not null".</summary>
    private static BinaryOperator Normal(BinaryOperator op, object? constant) =>
        constant is null && op == BinaryOperator.GreaterUnsigned ? BinaryOperator.NotEqual : op;

    private bool IsConstantFalse(ValueSet value, BinaryOperator op, object? constant)
    {
        if (value.Single < 0 || definitions[value.Single] is not { Kind: DefinitionKind.Constant } known)
            return false;
        if (known.Constant is int a)
            return constant is int b ? !Comparison.Holds(op, a, b) : constant is null && op is BinaryOperator.Equal or BinaryOperator.NotEqual && !Comparison.Holds(op, a, 0);
        return known.Constant is null && constant is null && op == BinaryOperator.NotEqual;
    }

    /// <summary>Takes null out of the variables that hold what was tested: the one it was loaded from in this block, and the slots it is kept in.</summary>
    private FlowState WithoutNull(Block block, Instruction branch, FlowState state, FlowState shared)
    {
        var tested = branch.Inputs[0];
        if (branch.Inputs.Length == 1 && recording.InputOf(branch, 0).Single is >= 0 and var id && definitions[id].Instruction is { Operation: Operation.Compare } compare)
            tested = compare.Inputs[0];
        var nothing = definitions.Constant(null).Single;
        foreach (var instruction in block.Instructions)
        {
            if (instruction.Operation != Operation.Copy)
                continue;
            var variable = instruction.Target == tested ? instruction.Inputs[0] : instruction.Inputs[0] == tested ? instruction.Target : -1;
            if (variable < 0 || variable >= body.PersistentCount)
                continue;
            var refined = state.Variables[variable].Without(nothing);
            if (ReferenceEquals(refined, state.Variables[variable]))
                continue;
            state = ReferenceEquals(state, shared) ? state.Clone() : state;
            state.Variables[variable] = refined;
        }

        return state;
    }
}
