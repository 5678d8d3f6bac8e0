using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Flow;

/// <summary>Which kind of generated machine a body belongs to.</summary>
internal enum MachineKind : byte
{
    /// <summary>A plain body.</summary>
    None,

    /// <summary>An async method.</summary>
    Async,

    /// <summary>An iterator.</summary>
    Iterator,

    /// <summary>An async iterator.</summary>
    AsyncIterator,
}

/// <summary>The facts of a state machine that its control flow depends on.</summary>
/// <param name="Kind">What it runs.</param>
/// <param name="StateVariable">The variable of the state field, or -1 where the body never reads it.</param>
internal readonly record struct StateMachine(MachineKind Kind, int StateVariable)
{
    /// <summary>A body that is no state machine.</summary>
    public static StateMachine None => new(MachineKind.None, -1);

    /// <summary>The state in which the body first runs: fixed by the compiler (Roslyn, StateMachineStates).</summary>
    public int InitialState => Kind switch
    {
        MachineKind.Iterator => 0,
        MachineKind.AsyncIterator => -3,
        _ => -1,
    };

    /// <summary>Whether a return in that state suspends the method rather than ending it.</summary>
    public static bool IsSuspended(int state) => state is not (-1 or -2);
}
