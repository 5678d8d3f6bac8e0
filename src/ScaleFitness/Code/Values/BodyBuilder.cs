using ScaleFitness.Code.Flow;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Values;

/// <summary>Emits what was recorded, once, in the order of the code.</summary>
internal sealed class BodyBuilder
{
    private readonly SourceFunction _function;
    private readonly FoldedProgram _folded;
    private readonly LoweredBody _body;
    private readonly DefinitionTable _definitions;
    private readonly Recording _recording;
    private readonly LoopIndex _loops;
    private readonly AwaitIndex _awaits;
    private readonly ValueFactory _values;
    private readonly List<Call> _registered = [];
    private readonly List<Call> _calls = [];
    private readonly List<CodeComparison> _comparisons = [];
    private readonly List<FunctionValue> _delegates = [];
    private readonly List<FieldWrite> _fieldWrites = [];
    private readonly List<ElementWrite> _elementWrites = [];
    private readonly List<CapturedWrite> _capturedWrites = [];
    private readonly List<Value> _returns = [];
    private readonly List<AwaitValue> _awaited = [];

    public BodyBuilder(SourceFunction function, FoldedProgram folded, LoweredBody body, FlowGraph graph, DefinitionTable definitions, Recording recording, LoopIndex loops, Func<SourceFunction, FunctionBody> bodyOf)
    {
        _function = function;
        _folded = folded;
        _body = body;
        _definitions = definitions;
        _recording = recording;
        _loops = loops;
        _awaits = new(body, graph, definitions, recording, function.MachineKind != MachineKind.None);
        _values = new(function, folded, definitions.ToArray(), recording, _awaits, bodyOf);
    }

    public FunctionBody Build()
    {
        // Blocks are in order of the code, and so are the instructions in them.
        var instructions = new List<Instruction>(_body.InstructionCount);
        foreach (var block in _body.Blocks)
            foreach (var instruction in block.Instructions)
                if (IsReached(instruction))
                    instructions.Add(instruction);
        foreach (var instruction in instructions)
            if (instruction.Operation is Operation.Call or Operation.New && !_awaits.IsPlumbing(instruction))
                AddCall(instruction);
        _values.Register(_registered);
        foreach (var instruction in instructions)
            if (instruction.Operation == Operation.StoreElement)
                _values.RegisterElement(instruction);
        foreach (var instruction in instructions)
            Add(instruction);
        if (_body.FieldVariables.Count > 0)
            AddReferenceWrites();
        var exits = _loops.Exits.Where(e => IsReached(e.Branch)).Select(e => LoopConditions.Of(e, _values, Positions.At(_body.Raw, e.Branch.Offset))).ToList();
        _recording.Settle();
        return new()
        {
            Function = _function,
            Calls = Kept(_calls),
            Comparisons = Kept(_comparisons),
            Delegates = Kept(_delegates),
            FieldWrites = Kept(_fieldWrites),
            ElementWrites = Kept(_elementWrites),
            CapturedWrites = Kept(_capturedWrites),
            Returns = Kept(_returns),
            Awaits = Kept(_awaited),
            LoopExits = Kept(exits),
            Position = Positions.First(_body.Raw),
        };
    }

    /// <summary>Bodies are kept by the hundred thousand, and most of their lists are empty.</summary>
    private static IReadOnlyList<T> Kept<T>(List<T> list) => list.Count == 0 ? [] : list.ToArray();

    private bool IsReached(Instruction instruction) => instruction.Operation switch
    {
        // These are not recorded one by one; that they assign a variable is all that matters.
        Operation.Copy => true,
        _ => _recording.IsReached(instruction),
    };

    private void Add(Instruction instruction)
    {
        switch (instruction.Operation)
        {
            case Operation.Call when _awaits.TaskOf(instruction) is not null:
                if (_values.Of(_definitions.Result(instruction)) is AwaitValue awaited)
                {
                    (awaited.Order, awaited.Position, awaited.Loop) = (instruction.Index, Positions.At(_body.Raw, instruction.Offset), _loops.Of(instruction));
                    _awaited.Add(awaited);
                }

                break;
            case Operation.Call when IsCompletion(instruction):
                _returns.Add(_values.Input(instruction, 1));
                break;
            case Operation.Compare:
            case Operation.Branch when instruction.Inputs.Length == 2:
                _comparisons.Add(new(_values, instruction));
                break;
            case Operation.StoreField:
                AddFieldWrite(instruction);
                break;
            case Operation.StoreElement or Operation.StoreIndirect or Operation.Initialise:
                AddElementWrite(instruction);
                break;
            case Operation.Copy:
                AddVariableWrite(instruction);
                break;
            case Operation.Return when _function.MachineKind == MachineKind.None && instruction.Inputs.Length > 0:
                _returns.Add(_values.Input(instruction, 0));
                break;
        }
    }

    /// <summary>An async method returns by handing its result to the builder.</summary>
    private bool IsCompletion(Instruction instruction) =>
        _function.MachineKind == MachineKind.Async && instruction.Inputs.Length == 2
        && instruction.Operand is MethodRef { Name: "SetResult" } method && method.DeclaringType.Name.Contains("MethodBuilder", StringComparison.Ordinal);

    private void AddCall(Instruction instruction)
    {
        var method = BaseAccess.Target((MethodRef)instruction.Operand!, _folded.Program);
        if (method.Name == "ConfigureAwait" && method.DeclaringType.Namespace.StartsWith("System.Threading.Tasks", StringComparison.Ordinal))
            return;
        // A struct's constructor is called on its variable; to the author it is a construction like any other.
        var isConstruction = instruction.Operation == Operation.New || (method.Name == ".ctor" && !IsConstructorChain(method));
        var call = new Call(_values, instruction, method, isConstruction, _recording.FactsAt(instruction), Positions.At(_body.Raw, instruction.Offset), _loops.Of(instruction));
        _registered.Add(call);
        if (_values.PointerOf(instruction) is not null)
            _delegates.Add((FunctionValue)call.Result);
        else if (!IsPlumbing(method))
            _calls.Add(call);
    }

    private bool IsConstructorChain(MethodRef method) =>
        _function.Method.Name == ".ctor" && (method.DeclaringType.FullName == _function.Method.DeclaringType.BaseType?.FullName
            || method.DeclaringType.FullName == _function.Method.DeclaringType.Reference.FullName);

    /// <summary>Constructions of closures and machines are no calls of the author.</summary>
    private bool IsPlumbing(MethodRef method) =>
        method.IsConstructor && _folded.Program.Find(method.DeclaringType) is { IsCompilerGenerated: true } type
        && (_folded.Closures.Contains(type) || _folded.Machines.IsMachine(type) || IsCollection(type));

    /// <summary>What a collection expression makes where only an interface is asked for: nothing but its name tells it from an anonymous type.</summary>
    private static bool IsCollection(TypeDefinition type) =>
        type.Reference.Name.Contains('<') && !type.Reference.FullName.Contains("AnonymousType", StringComparison.Ordinal);

    private void AddFieldWrite(Instruction instruction)
    {
        var field = (FieldRef)instruction.Operand!;
        var definition = _folded.Program.Find(field);
        if (definition is { DeclaringType.IsCompilerGenerated: true, IsStatic: true })
            return;
        var hasReceiver = instruction.Inputs.Length == 2;
        _fieldWrites.Add(new(_function, field, definition, hasReceiver ? _values.Input(instruction, 0) : null,
            _values.Input(instruction, hasReceiver ? 1 : 0), Positions.At(_body.Raw, instruction.Offset), instruction.Index, _values.IsKnownNull(field, _recording.FactsAt(instruction))));
    }

    private void AddElementWrite(Instruction instruction)
    {
        var target = _values.Input(instruction, 0);
        if (target is UnknownValue)
            return;
        var value = instruction.Inputs.Length > 1 ? _values.Input(instruction, instruction.Inputs.Length - 1) : new ConstantValue(_function, null);
        _elementWrites.Add(new(_function, target, value, Positions.At(_body.Raw, instruction.Offset), instruction.Index));
    }

    private FieldDefinition? FieldOf(int variable)
    {
        foreach (var (field, assigned) in _body.FieldVariables)
            if (assigned == variable)
                return field;
        return null;
    }

    private void AddReferenceWrites()
    {
        foreach (var (call, input, variable) in _recording.ReferenceWrites.OrderBy(w => w.Call.Offset).ThenBy(w => w.Input))
            if (FieldOf(variable) is { } field && _folded.Closures.Contains(field.DeclaringType))
                _capturedWrites.Add(new(_function, field, _values.Of(_definitions.Out(call, input)), Positions.At(_body.Raw, call.Offset)));
    }

    private void AddVariableWrite(Instruction instruction)
    {
        if (instruction.Target >= _body.PersistentCount || _recording.AssignedBy(instruction).IsEmpty || FieldOf(instruction.Target) is not { } field)
            return;
        if (_folded.Closures.Contains(field.DeclaringType))
            _capturedWrites.Add(new(_function, field, _values.Of(_recording.AssignedBy(instruction)), Positions.At(_body.Raw, instruction.Offset)));
        else if (_function.IsIterator && field == _function.CurrentField)
            _returns.Add(_values.Of(_recording.AssignedBy(instruction)));
    }
}
