using ScaleFitness.Code.Flow;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Values;

/// <summary>
/// Where a value comes from, in the author's terms. The graph is immutable and may be cyclic (a query that a loop
/// extends): walk it with a set of what was seen. Equal values of one function are the same object.
/// </summary>
public abstract class Value
{
    private protected Value(SourceFunction function, TypeRef? type)
    {
        Function = function;
        Type = type;
    }

    /// <summary>The function it is a value of.</summary>
    public SourceFunction Function { get; }

    /// <summary>Its static type, or null where it has none (null, unknown).</summary>
    public TypeRef? Type { get; }

    /// <summary>The values it may be: the alternatives of a <see cref="PhiValue"/>, otherwise itself.</summary>
    public virtual IReadOnlyList<Value> Alternatives => [this];
}

/// <summary>An argument of the function, or <c>this</c>.</summary>
public sealed class ArgumentValue : Value
{
    internal ArgumentValue(SourceFunction function, int position, ParameterDefinition? parameter, TypeRef? type)
        : base(function, type)
    {
        Position = position;
        Parameter = parameter;
    }

    /// <summary>Zero for the first parameter, -1 for <c>this</c>.</summary>
    public int Position { get; }

    /// <summary>The parameter; null for <c>this</c>.</summary>
    public ParameterDefinition? Parameter { get; }

    /// <summary>Whether it is <c>this</c>.</summary>
    public bool IsThis => Position < 0;
}

/// <summary>A constant: a number, string, or null.</summary>
public sealed class ConstantValue : Value
{
    internal ConstantValue(SourceFunction function, object? constant)
        : base(function, null) => Constant = constant;

    /// <summary>The constant.</summary>
    public object? Constant { get; }
}

/// <summary>A type, method or field as <c>typeof</c> and expression trees mention it.</summary>
public sealed class SymbolValue : Value
{
    internal SymbolValue(SourceFunction function, object symbol)
        : base(function, null) => Symbol = symbol;

    /// <summary>A <see cref="TypeRef"/>, <see cref="MethodRef"/> or <see cref="FieldRef"/>.</summary>
    public object Symbol { get; }
}

/// <summary>What a call returns.</summary>
public sealed class CallValue : Value
{
    internal CallValue(Call call, TypeRef type)
        : base(call.Function, type) => Call = call;

    /// <summary>The call.</summary>
    public Call Call { get; }
}

/// <summary>A new object.</summary>
public sealed class NewValue : Value
{
    internal NewValue(Call call, TypeRef type)
        : base(call.Function, type) => Call = call;

    /// <summary>The construction; its receiver is null.</summary>
    public Call Call { get; }
}

/// <summary>What a call left in an <c>out</c> or <c>ref</c> argument.</summary>
public sealed class OutValue : Value
{
    internal OutValue(Call call, int argument, TypeRef? type)
        : base(call.Function, type)
    {
        Call = call;
        Argument = argument;
    }

    /// <summary>The call.</summary>
    public Call Call { get; }

    /// <summary>The argument's position.</summary>
    public int Argument { get; }
}

/// <summary>The result of awaiting a value.</summary>
public sealed class AwaitValue : Value
{
    private readonly Lazy<Value> _task;

    internal AwaitValue(SourceFunction function, TypeRef? type, Func<Value> task)
        : base(function, type) => _task = new(task, LazyThreadSafetyMode.PublicationOnly);

    /// <summary>What is awaited.</summary>
    public Value Task => _task.Value;

    /// <summary>Its place among the function's instructions: ascending in the order of the code; -1 where control never gets to it.</summary>
    public int Order { get; internal set; } = -1;

    /// <summary>The statement it stands in, or null without debug information.</summary>
    public SourcePosition? Position { get; internal set; }

    /// <summary>The innermost loop around it in its function, or null.</summary>
    public CodeLoop? Loop { get; internal set; }
}

/// <summary>What a field holds.</summary>
public sealed class FieldValue : Value
{
    private readonly ValueFactory _values;
    private readonly Instruction _load;
    private Value? _receiver;

    internal FieldValue(ValueFactory values, Instruction load, FieldRef field, FieldDefinition? definition, TypeRef type)
        : base(values.Function, type)
    {
        _values = values;
        _load = load;
        Field = field;
        Definition = definition;
    }

    /// <summary>The field.</summary>
    public FieldRef Field { get; }

    /// <summary>The app's definition of it, or null for a library's.</summary>
    public FieldDefinition? Definition { get; }

    /// <summary>The object it belongs to, or null for a static field.</summary>
    public Value? Receiver => _load.Inputs.Length == 0 ? null : _receiver ?? Interlocked.CompareExchange(ref _receiver, _values.Input(_load, 0), null) ?? _receiver;
}

/// <summary>A lambda, local function or method as a delegate.</summary>
public sealed class FunctionValue : Value
{
    private readonly Lazy<Value?> _receiver;

    internal FunctionValue(SourceFunction function, MethodRef method, SourceFunction? target, TypeRef? type, Func<Value?> receiver)
        : base(function, type)
    {
        Method = method;
        Target = target;
        _receiver = new(receiver, LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The method that runs.</summary>
    public MethodRef Method { get; }

    /// <summary>The app's function that runs, or null for a library's.</summary>
    public SourceFunction? Target { get; }

    /// <summary>The object it runs on; a closure for a capturing lambda.</summary>
    public Value? Receiver => _receiver.Value;
}

/// <summary>A variable captured from the function around, with everything that is ever put into it.</summary>
public sealed class CapturedValue : Value
{
    private readonly Lazy<IReadOnlyList<Value>> _values;

    internal CapturedValue(SourceFunction function, FieldDefinition variable, Func<IReadOnlyList<Value>> values)
        : base(function, variable.Type)
    {
        Variable = variable;
        _values = new(values, LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The closure's field.</summary>
    public FieldDefinition Variable { get; }

    /// <inheritdoc />
    public override IReadOnlyList<Value> Alternatives => _values.Value;
}

/// <summary>One of several values, by the way control came.</summary>
public sealed class PhiValue : Value
{
    internal PhiValue(SourceFunction function, TypeRef? type, IReadOnlyList<Value> alternatives)
        : base(function, type) => Alternatives = alternatives;

    /// <inheritdoc />
    public override IReadOnlyList<Value> Alternatives { get; }
}

/// <summary>A value where a comparison has proved that it is no greater than another.</summary>
public sealed class BoundedValue : Value
{
    private readonly Lazy<Value> _limit;

    internal BoundedValue(SourceFunction function, Value value, Func<Value> limit)
        : base(function, value.Type)
    {
        Value = value;
        _limit = new(limit, LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The value itself.</summary>
    public Value Value { get; }

    /// <summary>What it is no greater than.</summary>
    public Value Limit => _limit.Value;

    /// <inheritdoc />
    public override IReadOnlyList<Value> Alternatives => [Value];
}

/// <summary>An array made here.</summary>
public sealed class ArrayValue : Value
{
    private readonly Lazy<IReadOnlyList<Value>> _elements;

    internal ArrayValue(SourceFunction function, TypeRef type, Func<IReadOnlyList<Value>> elements)
        : base(function, type) => _elements = new(elements, LazyThreadSafetyMode.PublicationOnly);

    /// <summary>What is put into it, in source order.</summary>
    public IReadOnlyList<Value> Elements => _elements.Value;
}

/// <summary>A value computed from others: arithmetic, a comparison, an element of an array.</summary>
public sealed class ComputedValue : Value
{
    private readonly Lazy<IReadOnlyList<Value>> _operands;

    internal ComputedValue(SourceFunction function, string operation, Func<IReadOnlyList<Value>> operands)
        : base(function, null)
    {
        Operation = operation;
        _operands = new(operands, LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>A name for what is computed: <c>Add</c>, <c>Less</c>, <c>element</c>, <c>length</c> …</summary>
    public string Operation { get; }

    /// <summary>What it is computed from.</summary>
    public IReadOnlyList<Value> Operands => _operands.Value;
}

/// <summary>A value that the engine cannot tell, with the reason.</summary>
public sealed class UnknownValue : Value
{
    internal UnknownValue(SourceFunction function, string reason)
        : base(function, null) => Reason = reason;

    /// <summary>Why.</summary>
    public string Reason { get; }
}
