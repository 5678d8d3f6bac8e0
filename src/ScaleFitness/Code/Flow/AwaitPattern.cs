using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Flow;

/// <summary>
/// Recognises the suspension of an await: the branch on <c>IsCompleted</c> one side of which hands the awaiter to the
/// method's builder. By that structure, not by the instructions before it.
/// </summary>
internal sealed class AwaitPattern(LoweredBody body)
{
    /// <summary>How many blocks of straight jumps may lie between the branch and the hand-over.</summary>
    private const int Reach = 4;

    private readonly HashSet<int> _checks = [];

    /// <summary>Indices of the <c>IsCompleted</c> calls that belong to an await.</summary>
    public IReadOnlySet<int> Checks => _checks;

    public bool IsSuspension(Block block, Edge edge)
    {
        if (!HandsOver(body.Blocks[edge.Target]) || Check(block) is not { } check)
            return false;
        _checks.Add(check.Index);
        return true;
    }

    private static Instruction? Check(Block block)
    {
        var branch = block.Last!;
        if (branch.Inputs.Length != 1)
            return null;
        foreach (var instruction in block.Instructions)
            if (instruction.Target == branch.Inputs[0] && instruction is { Operation: Operation.Call, Operand: MethodRef { Name: "get_IsCompleted" } })
                return instruction;
        return null;
    }

    private bool HandsOver(Block block)
    {
        for (var i = 0; i < Reach; i++)
        {
            foreach (var instruction in block.Instructions)
                if (instruction is { Operation: Operation.Call, Operand: MethodRef { Name: "AwaitUnsafeOnCompleted" or "AwaitOnCompleted" } })
                    return true;
            if (block.Successors.Where(e => e.Kind != EdgeKind.Exceptional).ToList() is not [{ Kind: EdgeKind.Next } next])
                return false;
            block = body.Blocks[next.Target];
        }

        return false;
    }
}
