using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Flow;

/// <summary>
/// Turns a stack body into blocks over variables: follows control from block to block. What is on the stack between
/// blocks is copied into slots that the successors share; what happens inside a block is <see cref="StraightCode"/>'s.
/// </summary>
internal sealed class Lowering
{
    private readonly RawBody _raw;
    private readonly FieldVariables _fields;
    private readonly StraightCode _code;
    private readonly Block[] _blocks;
    private readonly int[] _blockOf;
    private readonly Dictionary<(int Block, int Depth), int> _slots = [];
    private Block _block = null!;

    private Lowering(MethodDefinition method, FieldVariables fields)
    {
        _raw = method.Body!;
        _fields = fields;
        _code = new(method, _raw, fields);
        _blocks = Leaders.Find(_raw, out _blockOf);
    }

    public static LoweredBody Lower(MethodDefinition method, FieldVariables fields) => new Lowering(method, fields).Run();

    private LoweredBody Run()
    {
        Visit();
        ExceptionEdges.Add(_blocks, _raw.Handlers);
        var inputs = new int[_blocks.Sum(b => b.Instructions.Sum(i => i.Inputs.Length))];
        var instructionCount = 0;
        var inputCount = 0;
        Func<int, int> final = _code.Final;
        foreach (var block in _blocks)
            foreach (var instruction in block.Instructions)
            {
                instruction.Number(instructionCount++, inputs, inputCount, final);
                inputCount += instruction.Inputs.Length;
            }

        return new()
        {
            Raw = _raw,
            Blocks = _blocks,
            VariableCount = _code.VariableCount,
            PersistentCount = _code.PersistentCount,
            ArgumentCount = _code.ArgumentCount,
            FieldVariables = _fields.Assigned,
            InstructionCount = instructionCount,
            InputCount = inputCount,
        };
    }

    private void Visit()
    {
        var pending = new Stack<Block>();
        Enter(_blocks[0], 0, pending);
        foreach (var handler in _raw.Handlers)
        {
            var pushes = handler.Kind is HandlerKind.Catch or HandlerKind.Filter ? 1 : 0;
            Enter(_blocks[_blockOf[handler.HandlerStart]], pushes, pending);
            if (handler.FilterStart >= 0)
                Enter(_blocks[_blockOf[handler.FilterStart]], 1, pending);
        }

        while (pending.TryPop(out var block))
            Lower(block, pending);
        foreach (var handler in _raw.Handlers)
            if (handler.Kind is HandlerKind.Catch or HandlerKind.Filter)
            {
                MarkCaught(_blocks[_blockOf[handler.HandlerStart]]);
                if (handler.FilterStart >= 0)
                    MarkCaught(_blocks[_blockOf[handler.FilterStart]]);
            }
    }

    private static void MarkCaught(Block block)
    {
        if (block.EntryStack.Length == 1)
            block.Instructions.Insert(0, new(Operation.Caught, block.Instructions.Count > 0 ? block.Instructions[0].Offset : 0, block.EntryStack[0], []));
    }

    private void Enter(Block block, int depth, Stack<Block> pending)
    {
        if (block.IsReached)
            return;
        block.IsReached = true;
        block.EntryStack = new int[depth];
        for (var i = 0; i < depth; i++)
            block.EntryStack[i] = Slot(block, i);
        pending.Push(block);
    }

    private void Lower(Block block, Stack<Block> pending)
    {
        _block = block;
        _code.Enter(block);
        var end = block.Index + 1 < _blocks.Length ? _blocks[block.Index + 1].Start : _raw.Code.Length;
        var open = true;
        for (var i = block.Start; i < end; i++)
        {
            _code.At(_raw.Code[i].Offset);
            open = Lower(_raw.Code[i], i, pending);
        }

        if (open && block.Index + 1 < _blocks.Length)
            Link(_blocks[block.Index + 1], EdgeKind.Next, 0, pending);
    }

    /// <summary>Lowers one instruction; false where control does not fall through.</summary>
    private bool Lower(RawInstruction raw, int index, Stack<Block> pending)
    {
        switch (raw.Code)
        {
            case RawCode.Jump:
                Link(raw.Value, EdgeKind.Next, pending);
                return false;
            case RawCode.Leave:
                _code.Clear();
                Link(raw.Value, EdgeKind.Leave, pending);
                return false;
            case RawCode.JumpIfTrue or RawCode.JumpIfFalse:
                _code.Emit(Operation.Branch, [_code.Pop()], flag: raw.Code == RawCode.JumpIfTrue);
                Fork(raw.Value, index, pending);
                return false;
            case RawCode.JumpIf:
                _code.Emit(Operation.Branch, _code.PopMany(2), null, (BinaryOperator)raw.Operand!, flag: true);
                Fork(raw.Value, index, pending);
                return false;
            case RawCode.Switch:
                var targets = (int[])raw.Operand!;
                _code.Emit(Operation.Switch, [_code.Pop()], targets.Length);
                for (var i = 0; i < targets.Length; i++)
                    Link(_blocks[_blockOf[targets[i]]], EdgeKind.Case, i, pending);
                Link(index + 1, EdgeKind.False, pending);
                return false;
            case RawCode.Return:
                _code.Emit(Operation.Return, _code.Stack.Count > 0 ? [_code.Pop()] : []);
                return false;
            case RawCode.Throw or RawCode.Rethrow:
                _code.Emit(Operation.Throw, raw.Code == RawCode.Throw ? [_code.Pop()] : []);
                return false;
            case RawCode.EndFinally or RawCode.EndFilter:
                _code.Clear();
                return false;
            default:
                _code.Lower(raw);
                return true;
        }
    }

    private void Fork(int target, int index, Stack<Block> pending)
    {
        Link(target, EdgeKind.True, pending);
        Link(index + 1, EdgeKind.False, pending);
    }

    private void Link(int target, EdgeKind kind, Stack<Block> pending)
    {
        if (target >= _raw.Code.Length)
            throw new BadImageFormatException("The compiled body runs past its end.");
        Link(_blocks[_blockOf[target]], kind, 0, pending);
    }

    private void Link(Block target, EdgeKind kind, int label, Stack<Block> pending)
    {
        Enter(target, _code.Stack.Count, pending);
        _code.CopyStackTo(target);
        _block.Successors.Add(new(target.Index, kind, label));
    }

    private int Slot(Block block, int depth)
    {
        if (!_slots.TryGetValue((block.Index, depth), out var slot))
            _slots[(block.Index, depth)] = slot = _code.Allocate();
        return slot;
    }
}
