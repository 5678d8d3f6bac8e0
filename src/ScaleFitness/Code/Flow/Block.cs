namespace ScaleFitness.Code.Flow;

/// <summary>How control gets from one block to the next.</summary>
internal enum EdgeKind : byte
{
    /// <summary>Falls through or jumps.</summary>
    Next,

    /// <summary>The condition held.</summary>
    True,

    /// <summary>The condition did not hold.</summary>
    False,

    /// <summary>A case of a switch; the label is its number.</summary>
    Case,

    /// <summary>Leaves a protected region.</summary>
    Leave,

    /// <summary>An exception.</summary>
    Exceptional,

    /// <summary>The consumer resumes an iterator or an awaited method.</summary>
    Resume,
}

/// <summary>An edge to a block.</summary>
/// <param name="Target">Index of the block (or of the node, in a flow graph).</param>
/// <param name="Kind">How.</param>
/// <param name="Label">Case number, otherwise 0.</param>
internal readonly record struct Edge(int Target, EdgeKind Kind, int Label = 0);

/// <summary>Instructions that run one after another.</summary>
internal sealed class Block(int index, int start)
{
    /// <summary>Position in the body.</summary>
    public int Index { get; } = index;

    /// <summary>The stack instruction it starts at.</summary>
    public int Start { get; } = start;

    /// <summary>Its instructions; a branch or return is the last.</summary>
    public List<Instruction> Instructions { get; } = [];

    /// <summary>Where control goes next.</summary>
    public List<Edge> Successors { get; } = [];

    /// <summary>Variables that hold the stack at its start, one per slot.</summary>
    public int[] EntryStack { get; set; } = [];

    /// <summary>Whether control can get here at all.</summary>
    public bool IsReached { get; set; }

    /// <summary>The last instruction, or null for an empty block.</summary>
    public Instruction? Last => Instructions.Count > 0 ? Instructions[^1] : null;
}
