using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Flow;

/// <summary>
/// Turns a stack body into blocks over variables. Every value that is pushed gets a variable of its own; what is on
/// the stack between blocks is copied into slots that the successors share.
/// </summary>
internal sealed class Lowering
{
    private readonly RawBody _raw;
    private readonly MethodDefinition _method;
    private readonly FieldVariables _fields;
    private readonly Block[] _blocks;
    private readonly int[] _blockOf;
    private readonly int _arguments;
    private readonly List<int> _stack = [];
    private readonly HashSet<int> _thisTemporaries = [];
    private readonly Dictionary<(int Block, int Depth), int> _slots = [];
    private int _persistent;
    private int _temporaries;
    private Block _block = null!;
    private int _offset;

    private Lowering(MethodDefinition method, FieldVariables fields)
    {
        _raw = method.Body!;
        _method = method;
        _fields = fields;
        _arguments = method.Reference.Parameters.Length + (method.Reference.HasThis ? 1 : 0);
        _persistent = _arguments + _raw.LocalCount;
        _blocks = Leaders.Find(_raw, out _blockOf);
    }

    /// <summary>Temporaries are numbered from here until the count of persistent variables is known.</summary>
    private const int TemporaryBase = 1 << 24;

    public static LoweredBody Lower(MethodDefinition method, FieldVariables fields) => new Lowering(method, fields).Run();

    private LoweredBody Run()
    {
        Visit();
        ExceptionEdges.Add(_blocks, _raw.Handlers);
        var instructions = 0;
        var inputs = 0;
        Func<int, int> final = Final;
        foreach (var block in _blocks)
            foreach (var instruction in block.Instructions)
            {
                instruction.Number(instructions++, inputs, final);
                inputs += instruction.Inputs.Length;
            }

        return new()
        {
            Raw = _raw,
            Blocks = _blocks,
            VariableCount = _persistent + _temporaries,
            PersistentCount = _persistent,
            ArgumentCount = _arguments,
            FieldVariables = _fields.Assigned,
            InstructionCount = instructions,
            InputCount = inputs,
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
        _stack.Clear();
        _stack.AddRange(block.EntryStack);
        var end = block.Index + 1 < _blocks.Length ? _blocks[block.Index + 1].Start : _raw.Code.Length;
        var open = true;
        for (var i = block.Start; i < end; i++)
        {
            _offset = _raw.Code[i].Offset;
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
                _stack.Clear();
                Link(raw.Value, EdgeKind.Leave, pending);
                return false;
            case RawCode.JumpIfTrue or RawCode.JumpIfFalse:
                Emit(new(Operation.Branch, _offset, -1, [Pop()], null, BinaryOperator.Other, Flag: raw.Code == RawCode.JumpIfTrue));
                Fork(raw.Value, index, pending);
                return false;
            case RawCode.JumpIf:
                Emit(new(Operation.Branch, _offset, -1, PopMany(2), null, (BinaryOperator)raw.Operand!, Flag: true));
                Fork(raw.Value, index, pending);
                return false;
            case RawCode.Switch:
                var targets = (int[])raw.Operand!;
                Emit(new(Operation.Switch, _offset, -1, [Pop()], targets.Length));
                for (var i = 0; i < targets.Length; i++)
                    Link(_blocks[_blockOf[targets[i]]], EdgeKind.Case, i, pending);
                Link(index + 1, EdgeKind.False, pending);
                return false;
            case RawCode.Return:
                Emit(new(Operation.Return, _offset, -1, _stack.Count > 0 ? [Pop()] : []));
                return false;
            case RawCode.Throw or RawCode.Rethrow:
                Emit(new(Operation.Throw, _offset, -1, raw.Code == RawCode.Throw ? [Pop()] : []));
                return false;
            case RawCode.EndFinally or RawCode.EndFilter:
                _stack.Clear();
                return false;
            default:
                LowerStraight(raw);
                return true;
        }
    }

    private void LowerStraight(RawInstruction raw)
    {
        switch (raw.Code)
        {
            case RawCode.Constant: Push(Operation.Constant, [], raw.Operand); break;
            case RawCode.LoadArgument: PushCopyOf(raw.Value); break;
            case RawCode.LoadLocal: PushCopyOf(_arguments + raw.Value); break;
            case RawCode.StoreArgument: Assign(raw.Value); break;
            case RawCode.StoreLocal: Assign(_arguments + raw.Value); break;
            case RawCode.LoadArgumentAddress: Push(Operation.Address, [], raw.Value); break;
            case RawCode.LoadLocalAddress: Push(Operation.Address, [], _arguments + raw.Value); break;
            case RawCode.LoadField: LoadField((FieldRef)raw.Operand!, Operation.LoadField); break;
            case RawCode.LoadFieldAddress: LoadField((FieldRef)raw.Operand!, Operation.FieldAddress); break;
            case RawCode.StoreField: StoreField((FieldRef)raw.Operand!); break;
            case RawCode.LoadStatic: Push(Operation.LoadField, [], raw.Operand); break;
            case RawCode.LoadStaticAddress: Push(Operation.FieldAddress, [], raw.Operand); break;
            case RawCode.StoreStatic: Emit(new(Operation.StoreField, _offset, -1, [Pop()], raw.Operand)); break;
            case RawCode.LoadElement: Push(Operation.LoadElement, PopMany(2)); break;
            case RawCode.LoadElementAddress: Push(Operation.ElementAddress, PopMany(2)); break;
            case RawCode.StoreElement: Emit(new(Operation.StoreElement, _offset, -1, PopMany(3))); break;
            case RawCode.LoadIndirect: Push(Operation.LoadIndirect, [Pop()]); break;
            case RawCode.StoreIndirect: Emit(new(Operation.StoreIndirect, _offset, -1, PopMany(2))); break;
            case RawCode.InitialiseObject: Emit(new(Operation.Initialise, _offset, -1, [Pop()], raw.Operand)); break;
            case RawCode.Call: Call((MethodRef)raw.Operand!, raw.Value == 1); break;
            case RawCode.New: Push(Operation.New, PopMany(((MethodRef)raw.Operand!).Parameters.Length), raw.Operand); break;
            case RawCode.NewArray: Push(Operation.NewArray, [Pop()], raw.Operand); break;
            case RawCode.Cast: Push(Operation.Copy, [Pop()], raw.Operand); break;
            case RawCode.IsInstance: Push(Operation.IsInstance, [Pop()], raw.Operand); break;
            case RawCode.LoadFunction: Push(Operation.Function, raw.Value == 1 ? [Pop()] : [], raw.Operand); break;
            case RawCode.LoadToken: Push(Operation.Token, [], raw.Operand); break;
            case RawCode.Duplicate: Duplicate(); break;
            case RawCode.Pop: Pop(); break;
            case RawCode.Binary: Push(Operation.Binary, PopMany(2), null, (BinaryOperator)raw.Operand!); break;
            case RawCode.Compare: Push(Operation.Compare, PopMany(2), null, (BinaryOperator)raw.Operand!); break;
            case RawCode.Convert: Push(Operation.Copy, [Pop()]); break;
            case RawCode.ArrayLength: Push(Operation.Opaque, [Pop()], "length"); break;
            case RawCode.CallIndirect: CallIndirect(raw); break;
            case RawCode.Opaque: Push(Operation.Opaque, PopMany(raw.Value)); break;
            case RawCode.Discard: PopMany(raw.Value); break;
        }
    }

    private void LoadField(FieldRef field, Operation operation)
    {
        var receiver = Pop();
        var variable = _fields.Of(field, _thisTemporaries.Contains(receiver), Allocate);
        if (variable < 0)
            Push(operation, [receiver], field);
        else if (operation == Operation.LoadField)
            PushCopyOf(variable);
        else
            Push(Operation.Address, [], variable);
    }

    private void StoreField(FieldRef field)
    {
        var value = Pop();
        var receiver = Pop();
        var variable = _fields.Of(field, _thisTemporaries.Contains(receiver), Allocate);
        Emit(variable < 0
            ? new(Operation.StoreField, _offset, -1, [receiver, value], field)
            : new(Operation.Copy, _offset, variable, [value], null));
    }

    private void Call(MethodRef method, bool isVirtual)
    {
        var inputs = PopMany(method.Parameters.Length + (method.HasThis ? 1 : 0));
        var call = new Instruction(Operation.Call, _offset, Temporary(), inputs, method, Flag: isVirtual);
        Emit(call);
        if (!method.ReturnType.Is("System.Void"))
            _stack.Add(call.Target);
    }

    private void CallIndirect(RawInstruction raw)
    {
        var inputs = PopMany(raw.Value);
        if (raw.Operand is not null)
            Push(Operation.Opaque, inputs);
    }

    private void Duplicate()
    {
        var top = Pop();
        _stack.Add(top);
        _stack.Add(top);
    }

    private void PushCopyOf(int variable)
    {
        Push(Operation.Copy, [variable]);
        if (variable == 0 && _method.Reference.HasThis)
            _thisTemporaries.Add(_stack[^1]);
    }

    private void Assign(int variable) => Emit(new(Operation.Copy, _offset, variable, [Pop()]));

    private void Push(Operation operation, int[] inputs, object? operand = null, BinaryOperator @operator = BinaryOperator.Other)
    {
        var target = Temporary();
        Emit(new(operation, _offset, target, inputs, operand, @operator));
        _stack.Add(target);
    }

    private void Emit(Instruction instruction) => _block.Instructions.Add(instruction);

    /// <summary>Pops; an underflow (only damaged images have one) is an error of the body.</summary>
    private int Pop()
    {
        if (_stack.Count == 0)
            throw new BadImageFormatException("The compiled body pops from an empty stack.");
        var top = _stack[^1];
        _stack.RemoveAt(_stack.Count - 1);
        return top;
    }

    private int[] PopMany(int count)
    {
        var values = new int[count];
        for (var i = count - 1; i >= 0; i--)
            values[i] = Pop();
        return values;
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
        Enter(target, _stack.Count, pending);
        CopyStackTo(target);
        _block.Successors.Add(new(target.Index, kind, label));
    }

    /// <summary>Copies go before the branch: it has already read its own inputs, which are temporaries.</summary>
    private void CopyStackTo(Block target)
    {
        var count = Math.Min(_stack.Count, target.EntryStack.Length);
        for (var i = 0; i < count; i++)
        {
            var slot = target.EntryStack[i];
            if (_stack[i] == slot)
                continue;
            // `this` below a conditional expression: what is stored through the slot is still a hoisted variable.
            if (_thisTemporaries.Contains(_stack[i]))
                _thisTemporaries.Add(slot);
            var at = _block.Last is { Operation: Operation.Branch or Operation.Switch } ? _block.Instructions.Count - 1 : _block.Instructions.Count;
            _block.Instructions.Insert(at, new(Operation.Copy, _offset, slot, [_stack[i]]));
        }
    }

    private int Slot(Block block, int depth)
    {
        if (!_slots.TryGetValue((block.Index, depth), out var slot))
            _slots[(block.Index, depth)] = slot = Allocate();
        return slot;
    }

    private int Allocate() => _persistent++;

    private int Temporary() => TemporaryBase + _temporaries++;

    private int Final(int variable) => variable >= TemporaryBase ? variable - TemporaryBase + _persistent : variable;
}
