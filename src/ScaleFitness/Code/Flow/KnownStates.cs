using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Flow;

/// <summary>What is known of a machine's state at a point; null is "anything".</summary>
/// <param name="State">The state field.</param>
/// <param name="Cached">The local that caches it.</param>
internal readonly record struct StateKey(int? State, int? Cached);

/// <summary>The edge that a condition on the state takes.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Label">Its case.</param>
internal readonly record struct TakenEdge(EdgeKind Kind, int Label)
{
    /// <summary>Whether the edge is the one, or none that a condition decides.</summary>
    public bool Allows(Edge edge) => edge.Kind switch
    {
        EdgeKind.True or EdgeKind.False or EdgeKind.Case => edge.Kind == Kind && edge.Label == Label,
        _ => true,
    };
}

/// <summary>Evaluates constants through a block: the dispatch is computed, never matched by its shape.</summary>
internal sealed class KnownStates
{
    private readonly StateMachine _machine;
    private readonly int _cache;

    public KnownStates(LoweredBody body, StateMachine machine)
    {
        _machine = machine;
        _cache = FindCache(body, machine.StateVariable);
    }

    /// <summary>At the first entry.</summary>
    public StateKey Initial => new(_machine.InitialState, null);

    /// <summary>At a later entry.</summary>
    public static StateKey Resume(int state) => new(state, null);

    /// <summary>What is known at a block's end.</summary>
    /// <param name="block">The block.</param>
    /// <param name="before">What is known at its start.</param>
    /// <param name="thrown">What is known where it may first throw: a resumed machine stores that it runs before anything can fail. Null: it cannot throw.</param>
    /// <param name="taken">The edge that its condition takes, where that is known.</param>
    public StateKey After(Block block, StateKey before, out StateKey? thrown, out TakenEdge? taken)
    {
        var known = new Dictionary<int, int>();
        if (before.State is { } state)
            known[_machine.StateVariable] = state;
        if (before.Cached is { } cached && _cache >= 0)
            known[_cache] = cached;
        taken = null;
        thrown = null;
        foreach (var instruction in block.Instructions)
        {
            if (thrown is null && MayThrow(instruction))
                thrown = Key(known);
            taken = Evaluate(instruction, known);
        }

        return Key(known);
    }

    private StateKey Key(Dictionary<int, int> known) => new(Get(known, _machine.StateVariable), Get(known, _cache));

    private static bool MayThrow(Instruction instruction) => instruction.Operation switch
    {
        Operation.Constant or Operation.Address or Operation.Compare or Operation.Branch or Operation.Switch or Operation.Return => false,
        // A cast has an operand.
        Operation.Copy => instruction.Operand is not null,
        _ => true,
    };

    private static TakenEdge? Evaluate(Instruction instruction, Dictionary<int, int> known)
    {
        var inputs = instruction.Inputs;
        switch (instruction.Operation)
        {
            case Operation.Constant when instruction.Operand is int constant:
                known[instruction.Target] = constant;
                return null;
            case Operation.Copy when Get(known, inputs[0]) is { } copied:
                known[instruction.Target] = copied;
                return null;
            case Operation.Binary when Get(known, inputs[0]) is { } a && Get(known, inputs[1]) is { } b && Arithmetic(instruction.Operator, a, b) is { } result:
                known[instruction.Target] = result;
                return null;
            case Operation.Compare when Get(known, inputs[0]) is { } a && Get(known, inputs[1]) is { } b:
                known[instruction.Target] = Comparison.Holds(instruction.Operator, a, b) ? 1 : 0;
                return null;
            case Operation.Branch when inputs.Length == 1 && Get(known, inputs[0]) is { } value:
                return new((value != 0) == instruction.Flag ? EdgeKind.True : EdgeKind.False, 0);
            case Operation.Branch when inputs.Length == 2 && Get(known, inputs[0]) is { } a && Get(known, inputs[1]) is { } b:
                return new(Comparison.Holds(instruction.Operator, a, b) ? EdgeKind.True : EdgeKind.False, 0);
            case Operation.Switch when Get(known, inputs[0]) is { } value:
                return value >= 0 && value < (int)instruction.Operand! ? new(EdgeKind.Case, value) : new(EdgeKind.False, 0);
            default:
                if (instruction.Target >= 0)
                    known.Remove(instruction.Target);
                return null;
        }
    }

    private static int? Arithmetic(BinaryOperator op, int a, int b) => op switch
    {
        BinaryOperator.Add => unchecked(a + b),
        BinaryOperator.Subtract => unchecked(a - b),
        _ => null,
    };

    private static int? Get(Dictionary<int, int> known, int variable) =>
        known.TryGetValue(variable, out var value) ? value : null;

    /// <summary>The local that is assigned straight from the state field.</summary>
    private static int FindCache(LoweredBody body, int state)
    {
        foreach (var block in body.Blocks)
        {
            var loads = new HashSet<int>();
            foreach (var instruction in block.Instructions)
                if (instruction.Operation == Operation.Copy && instruction.Inputs[0] == state)
                    loads.Add(instruction.Target);
                else if (instruction.Operation == Operation.Copy && loads.Contains(instruction.Inputs[0]) && instruction.Target < body.PersistentCount)
                    return instruction.Target;
        }

        return -1;
    }
}
