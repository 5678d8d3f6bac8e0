using ScaleFitness.Code.Flow;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Values;

/// <summary>Makes the value graph from converged definitions, each value once, when somebody looks at it.</summary>
internal sealed class ValueFactory(SourceFunction function, FoldedProgram folded, Definition[] definitions, Recording recording, AwaitIndex awaits, Func<SourceFunction, FunctionBody> bodyOf)
{
    // Bodies are kept by the hundred thousand: what is empty in most is made where it is filled.
    private Value?[]? _values;
    private Call[] _calls = [];
    private Dictionary<int, List<Instruction>>? _elementStores;

    /// <summary>The function.</summary>
    public SourceFunction Function => function;

    /// <summary>Takes the calls whose results are values, in the order of the code.</summary>
    public void Register(IReadOnlyCollection<Call> calls) => _calls = [.. calls];

    public void RegisterElement(Instruction store)
    {
        foreach (var id in recording.InputOf(store, 0).Ids)
        {
            if (!(_elementStores ??= []).TryGetValue(id, out var stores))
                _elementStores[id] = stores = [];
            stores.Add(store);
        }
    }

    /// <summary>The object that a call is made on.</summary>
    public Value? ReceiverOf(Call call, Instruction instruction) => call.IsConstruction || FirstArgument(call, instruction) == 0 ? null : Input(instruction, 0);

    /// <summary>A call's arguments, without the receiver.</summary>
    public IReadOnlyList<Value> ArgumentsOf(Call call, Instruction instruction)
    {
        var first = FirstArgument(call, instruction);
        var arguments = new Value[call.Method.Parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = Input(instruction, first + i);
        return arguments;
    }

    /// <summary>What a call returns.</summary>
    public Value ResultOf(Call call, Instruction instruction) =>
        PointerOf(instruction) is { } pointer ? FunctionOf(pointer, call.Method.DeclaringType, () => Input(instruction, 0))
        : call.IsConstruction ? new NewValue(call, call.Method.DeclaringType)
        : new CallValue(call, CallType(instruction));

    /// <summary>The facts that say of a value whether it is true: tests against zero, one and null.</summary>
    public IReadOnlyList<Condition> ConditionsOf(FactSet facts)
    {
        var conditions = new List<Condition>();
        foreach (var fact in facts.Facts)
            if (Truth(fact) is { } isTrue)
                conditions.Add(new(Of(fact.Definition), isTrue));
        return conditions;
    }

    /// <summary>Whether a value is true, not null or more than nothing; null where the fact does not say.</summary>
    private static bool? Truth(Fact fact) => fact switch
    {
        { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual, Constant: null or 0 or 1 } => fact.Operator == BinaryOperator.Equal == fact.Constant is 1,
        { Operator: BinaryOperator.Greater or BinaryOperator.LessOrEqual, Constant: 0 } => fact.Operator == BinaryOperator.Greater,
        { Operator: BinaryOperator.GreaterOrEqual or BinaryOperator.Less, Constant: 1 } => fact.Operator == BinaryOperator.GreaterOrEqual,
        _ => null,
    };

    private static int FirstArgument(Call call, Instruction instruction) => instruction.Operation == Operation.Call && call.Method.HasThis ? 1 : 0;

    public Value Input(Instruction instruction, int input) => Of(recording.InputOf(instruction, input));

    public Value Of(ValueSet set)
    {
        if (set.IsUnknown)
            return new UnknownValue(function, $"more than {ValueSet.Cap} alternatives");
        if (set.IsEmpty)
            return new UnknownValue(function, "never assigned");
        if (set.Single >= 0)
            return Of(set.Single);
        var alternatives = new List<Value>();
        foreach (var id in set.Ids)
            alternatives.Add(Of(id));
        return new PhiValue(function, alternatives.Select(a => a.Type).FirstOrDefault(t => t is not null), alternatives);
    }

    public Value Of(int id)
    {
        if (_values is { } made && Volatile.Read(ref made[id]) is { } known)
            return known;
        // Nobody else has this array: it serves as the lock.
        lock (definitions)
        {
            _values ??= new Value?[definitions.Length];
            if (_values[id] is { } value)
                return value;
            value = Make(id);
            Volatile.Write(ref _values[id], value);
            return value;
        }
    }

    private Call? CallAt(Instruction instruction)
    {
        int low = 0, high = _calls.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            if (_calls[middle].Order == instruction.Index)
                return _calls[middle];
            if (_calls[middle].Order < instruction.Index)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return null;
    }

    private Value Make(int id)
    {
        var definition = definitions[id];
        return definition.Kind switch
        {
            DefinitionKind.Argument => Argument(definition.Index),
            DefinitionKind.Constant => new ConstantValue(function, definition.Constant),
            DefinitionKind.Out => Out(definition),
            DefinitionKind.Captured => new CapturedValue(function, definition.Field!, () => CapturedVariables.Values(definition.Field!, function, folded, bodyOf)),
            DefinitionKind.Bounded => new BoundedValue(function, Of(definition.Index), () => Input(definition.Limit!.Comparison, definition.Limit.Input)),
            DefinitionKind.Address => new UnknownValue(function, "the address of a variable"),
            _ => Result(id, definition.Instruction!),
        };
    }

    private ArgumentValue Argument(int index)
    {
        var method = function.Method;
        var position = method.Reference.HasThis ? index - 1 : index;
        if (position < 0)
            return new(function, -1, null, method.DeclaringType.Reference);
        var parameter = position < method.Parameters.Length ? method.Parameters[position] : null;
        return new(function, position, parameter, parameter?.Type);
    }

    private Value Out(Definition definition)
    {
        if (CallAt(definition.Instruction!) is not { } call)
            return new UnknownValue(function, "left by generated code");
        var argument = definition.Index - (call.Method.HasThis ? 1 : 0);
        var type = argument >= 0 && argument < call.Method.Parameters.Length ? call.Method.Parameters[argument].Element : null;
        return new OutValue(call, argument, type is null ? null : Substitute(type, call.Method));
    }

    private Value Result(int id, Instruction instruction)
    {
        switch (instruction.Operation)
        {
            case Operation.Call when awaits.TaskOf(instruction) is { } task:
                return new AwaitValue(function, CallType(instruction), () => Of(task));
            case Operation.Call when instruction.Operand is MethodRef { Name: "ConfigureAwait" } && instruction.Inputs.Length > 0:
                return Input(instruction, 0);
            case Operation.Call or Operation.New when CallAt(instruction) is { } call:
                return call.Result;
            case Operation.LoadField or Operation.FieldAddress:
                return Field(instruction, (FieldRef)instruction.Operand!);
            case Operation.NewArray:
                return new ArrayValue(function, folded.Program.Symbols.Of(TypeKind.Array, (TypeRef)instruction.Operand!), () => Elements(id));
            case Operation.Token:
                return new SymbolValue(function, instruction.Operand!);
            case Operation.Function:
                return FunctionOf(instruction, null, () => null);
            case Operation.LoadElement or Operation.ElementAddress:
                return Computed(instruction, "element");
            case Operation.Binary or Operation.Compare:
                return Computed(instruction, instruction.Operator.ToString());
            case Operation.Opaque when instruction.Operand is string name:
                return Computed(instruction, name);
            case Operation.Caught:
                return new UnknownValue(function, "an exception");
            default:
                return new UnknownValue(function, "computed by " + instruction.Operation);
        }
    }

    private ComputedValue Computed(Instruction instruction, string name) =>
        new(function, name, () => [.. Enumerable.Range(0, instruction.Inputs.Length).Select(i => Input(instruction, i))]);

    private FieldValue Field(Instruction instruction, FieldRef field) =>
        new(this, instruction, field, folded.Program.Find(field), folded.Program.Symbols.Substitute(field.Type, field.DeclaringType.Arguments, []));

    public FunctionValue FunctionOf(Instruction pointer, TypeRef? delegateType, Func<Value?> receiver)
    {
        var method = (MethodRef)pointer.Operand!;
        var target = folded.Program.Find(method) is { } definition ? folded.FunctionOf(definition) : null;
        return new(function, method, target, delegateType, receiver);
    }

    /// <summary>Whether the facts say that the field was loaded and found null, or false: debug builds compare a flag with zero.</summary>
    public bool IsKnownNull(FieldRef field, FactSet facts)
    {
        foreach (var fact in facts.Facts)
            if (fact is { Operator: BinaryOperator.Equal, Constant: null or 0 } && definitions[fact.Definition].Instruction is { Operation: Operation.LoadField, Operand: FieldRef loaded } && ReferenceEquals(loaded, field))
                return true;
        return false;
    }

    /// <summary>The function pointer that a delegate is made of, or null.</summary>
    public Instruction? PointerOf(Instruction construction)
    {
        if (construction.Operation != Operation.New || construction.Inputs.Length != 2)
            return null;
        var pointer = recording.InputOf(construction, 1).Single;
        return pointer >= 0 && definitions[pointer].Instruction is { Operation: Operation.Function } instruction ? instruction : null;
    }

    private IReadOnlyList<Value> Elements(int array) =>
        _elementStores is not null && _elementStores.TryGetValue(array, out var stores) ? [.. stores.Select(s => Input(s, 2))] : [];

    public TypeRef CallType(Instruction instruction)
    {
        var method = (MethodRef)instruction.Operand!;
        return instruction.Operation == Operation.New ? method.DeclaringType : Substitute(method.ReturnType, method);
    }

    private TypeRef Substitute(TypeRef type, MethodRef method) =>
        folded.Program.Symbols.Substitute(type, method.DeclaringType.Arguments, method.TypeArguments);
}
