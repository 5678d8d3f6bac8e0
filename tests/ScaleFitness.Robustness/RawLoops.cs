using Mono.Cecil;
using Mono.Cecil.Cil;
using Op = Mono.Cecil.Cil.Code;

namespace ScaleFitness.Robustness;

/// <summary>
/// A second, simpler opinion on loops, from the raw instructions: a call is in a loop when control can come back to it.
/// No blocks, no states, no components: a search from each call. What a failure repeats does not count, as in the engine:
/// a handler is entered from where its protected region is.
/// </summary>
internal sealed class RawLoops
{
    private readonly IList<Instruction> _code;
    private readonly IList<ExceptionHandler> _handlers;
    private readonly Dictionary<Instruction, List<Instruction>> _next = [];

    public RawLoops(MethodDefinition method, Func<int, bool>? suspends)
    {
        _code = method.Body.Instructions;
        _handlers = method.Body.ExceptionHandlers;
        foreach (var instruction in _code)
            _next[instruction] = [];
        foreach (var instruction in _code)
            AddSuccessors(instruction);
        if (suspends is not null)
            AddResumptions(suspends);
        foreach (var instruction in _code)
            foreach (var target in _next[instruction].ToList())
                AddHandlersEntered(instruction, target);
    }

    /// <summary>Whether control can come back to the instruction.</summary>
    public bool InLoop(Instruction start)
    {
        var seen = new HashSet<Instruction>();
        var pending = new Queue<Instruction>(_next[start]);
        while (pending.TryDequeue(out var instruction))
        {
            if (instruction == start)
                return true;
            if (seen.Add(instruction))
                foreach (var target in _next[instruction])
                    pending.Enqueue(target);
        }

        return false;
    }

    private void AddSuccessors(Instruction instruction)
    {
        switch (instruction.OpCode.FlowControl)
        {
            case FlowControl.Branch when instruction.OpCode.Code is Op.Leave or Op.Leave_S:
                Leave(instruction, (Instruction)instruction.Operand);
                break;
            case FlowControl.Branch:
                Add(instruction, (Instruction)instruction.Operand);
                break;
            case FlowControl.Cond_Branch:
                foreach (var target in instruction.Operand as Instruction[] ?? [(Instruction)instruction.Operand])
                    Add(instruction, target);
                Add(instruction, instruction.Next);
                break;
            case FlowControl.Return when instruction.OpCode.Code == Op.Endfilter:
                Add(instruction, instruction.Next);
                break;
            case FlowControl.Return or FlowControl.Throw:
                break;
            default:
                Add(instruction, instruction.Next);
                break;
        }
    }

    /// <summary>By way of every finally between here and there.</summary>
    private void Leave(Instruction from, Instruction target)
    {
        IEnumerable<Instruction> at = [from];
        foreach (var handler in _handlers.Where(h => h.HandlerType == ExceptionHandlerType.Finally && InTry(h, from) && !InTry(h, target)))
        {
            foreach (var end in at)
                Add(end, handler.HandlerStart);
            at = _code.Where(i => i.OpCode.Code == Op.Endfinally && Innermost(i) == handler).ToList();
        }

        foreach (var end in at)
            Add(end, target);
    }

    /// <summary>
    /// An iterator stores the state that it goes on with and leaves; the compiler lets the rest follow right behind.
    /// </summary>
    private void AddResumptions(Func<int, bool> suspends)
    {
        foreach (var store in _code.Where(i => i.OpCode.Code == Op.Stfld && ((FieldReference)i.Operand).Name.EndsWith("__state", StringComparison.Ordinal)))
        {
            if (!TryGetConstant(store.Previous, out var state) || !suspends(state))
                continue;
            var end = store;
            while (end.OpCode.FlowControl is not (FlowControl.Return or FlowControl.Branch))
                end = end.Next;
            Add(end, end.Next);
        }
    }

    private static bool TryGetConstant(Instruction instruction, out int value)
    {
        // Where the state is cached in a local, the constant is duplicated first.
        while (instruction.OpCode.Code is Op.Dup or Op.Stloc_0 or Op.Stloc_1 or Op.Stloc_S)
            instruction = instruction.Previous;
        value = instruction.OpCode.Code switch
        {
            Op.Ldc_I4 => (int)instruction.Operand,
            Op.Ldc_I4_S => (sbyte)instruction.Operand,
            >= Op.Ldc_I4_0 and <= Op.Ldc_I4_8 and var code => code - Op.Ldc_I4_0,
            _ => -1,
        };
        return value != -1;
    }

    private void AddHandlersEntered(Instruction from, Instruction to)
    {
        foreach (var handler in _handlers)
            if (InTry(handler, to) && !InTry(handler, from))
                Add(from, handler.FilterStart ?? handler.HandlerStart);
    }

    private void Add(Instruction from, Instruction? to)
    {
        if (to is not null && !_next[from].Contains(to))
            _next[from].Add(to);
    }

    private ExceptionHandler? Innermost(Instruction instruction) => _handlers
        .Where(h => instruction.Offset >= h.HandlerStart.Offset && instruction.Offset < (h.HandlerEnd?.Offset ?? int.MaxValue))
        .MinBy(h => (h.HandlerEnd?.Offset ?? int.MaxValue) - h.HandlerStart.Offset);

    private static bool InTry(ExceptionHandler handler, Instruction instruction) =>
        instruction.Offset >= handler.TryStart.Offset && instruction.Offset < handler.TryEnd.Offset;
}
