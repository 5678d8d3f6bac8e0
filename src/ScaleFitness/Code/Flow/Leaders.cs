using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Flow;

/// <summary>Finds where blocks start.</summary>
internal static class Leaders
{
    public static Block[] Find(RawBody body, out int[] blockOf)
    {
        var starts = new bool[body.Code.Length + 1];
        starts[0] = true;
        for (var i = 0; i < body.Code.Length; i++)
            Mark(body.Code[i], i, starts);
        foreach (var handler in body.Handlers)
        {
            starts[handler.TryStart] = starts[handler.HandlerStart] = true;
            starts[Math.Min(handler.TryEnd, body.Code.Length)] = starts[Math.Min(handler.HandlerEnd, body.Code.Length)] = true;
            if (handler is { Kind: HandlerKind.Filter, FilterStart: >= 0 })
                starts[handler.FilterStart] = true;
        }

        var blocks = new List<Block>();
        blockOf = new int[body.Code.Length];
        for (var i = 0; i < body.Code.Length; i++)
        {
            if (starts[i])
                blocks.Add(new(blocks.Count, i));
            blockOf[i] = blocks.Count - 1;
        }

        return [.. blocks];
    }

    private static void Mark(RawInstruction instruction, int index, bool[] starts)
    {
        switch (instruction.Code)
        {
            case RawCode.Jump or RawCode.JumpIf or RawCode.JumpIfFalse or RawCode.JumpIfTrue or RawCode.Leave:
                starts[instruction.Value] = true;
                starts[index + 1] = true;
                break;
            case RawCode.Switch:
                foreach (var target in (int[])instruction.Operand!)
                    starts[target] = true;
                starts[index + 1] = true;
                break;
            case RawCode.Return or RawCode.Throw or RawCode.Rethrow or RawCode.EndFinally or RawCode.EndFilter:
                starts[index + 1] = true;
                break;
        }
    }
}
