using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Flow;

/// <summary>
/// Lowers instructions that control falls through: every value that is pushed gets a variable of its own, and what an
/// instruction pops are its inputs. Numbers the variables.
/// </summary>
internal sealed class StraightCode
{
    /// <summary>Temporaries are numbered from here until the count of persistent variables is known.</summary>
    private const int TemporaryBase = 1 << 24;

    private readonly FieldVariables _fields;
    private readonly bool _hasThis;
    private readonly int _arguments;
    private readonly List<int> _stack = [];
    private readonly HashSet<int> _thisTemporaries = [];
    private int _persistent;
    private int _temporaries;
    private Block _block = null!;
    private int _offset;

    public StraightCode(MethodDefinition method, RawBody raw, FieldVariables fields)
    {
        _fields = fields;
        _hasThis = method.Reference.HasThis;
        _arguments = method.Reference.Parameters.Length + (_hasThis ? 1 : 0);
        _persistent = _arguments + raw.LocalCount;
    }

    /// <summary>How many arguments there are, <c>this</c> included.</summary>
    public int ArgumentCount => _arguments;

    /// <summary>How many variables live across blocks so far.</summary>
    public int PersistentCount => _persistent;

    /// <summary>How many variables there are so far.</summary>
    public int VariableCount => _persistent + _temporaries;

    /// <summary>The variables on the stack, the top last.</summary>
    public IReadOnlyList<int> Stack => _stack;

    /// <summary>Goes on in a block, with its entry stack.</summary>
    public void Enter(Block block)
    {
        _block = block;
        _stack.Clear();
        _stack.AddRange(block.EntryStack);
    }

    /// <summary>Goes on with the instruction at an offset.</summary>
    public void At(int offset) => _offset = offset;

    /// <summary>Forgets the stack: whoever leaves a protected region leaves it behind.</summary>
    public void Clear() => _stack.Clear();

    /// <summary>Lowers one instruction.</summary>
    public void Lower(RawInstruction raw)
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
        var call = new Instruction(Operation.Call, _offset, Temporary(), inputs, method, flag: isVirtual);
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
        if (variable == 0 && _hasThis)
            _thisTemporaries.Add(_stack[^1]);
    }

    private void Assign(int variable) => Emit(new(Operation.Copy, _offset, variable, [Pop()]));

    private void Push(Operation operation, int[] inputs, object? operand = null, BinaryOperator @operator = BinaryOperator.Other)
    {
        var target = Temporary();
        Emit(new(operation, _offset, target, inputs, operand, @operator));
        _stack.Add(target);
    }

    /// <summary>Adds an instruction that pushes nothing.</summary>
    public void Emit(Operation operation, int[] inputs, object? operand = null, BinaryOperator @operator = BinaryOperator.Other, bool flag = false) =>
        Emit(new(operation, _offset, -1, inputs, operand, @operator, flag));

    private void Emit(Instruction instruction) => _block.Instructions.Add(instruction);

    /// <summary>Pops; an underflow (only damaged images have one) is an error of the body.</summary>
    public int Pop()
    {
        if (_stack.Count == 0)
            throw new BadImageFormatException("The compiled body pops from an empty stack.");
        var top = _stack[^1];
        _stack.RemoveAt(_stack.Count - 1);
        return top;
    }

    /// <summary>Pops several, the deepest first.</summary>
    public int[] PopMany(int count)
    {
        var values = new int[count];
        for (var i = count - 1; i >= 0; i--)
            values[i] = Pop();
        return values;
    }

    /// <summary>Copies what lies on the stack into the slots of a block that control goes to. Copies go before the branch: it has already read its own inputs, which are temporaries.</summary>
    public void CopyStackTo(Block target)
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

    /// <summary>A new variable that lives across blocks.</summary>
    public int Allocate() => _persistent++;

    /// <summary>The number of a variable once all are known: temporaries come last.</summary>
    public int Final(int variable) => variable >= TemporaryBase ? variable - TemporaryBase + _persistent : variable;

    private int Temporary() => TemporaryBase + _temporaries++;
}
