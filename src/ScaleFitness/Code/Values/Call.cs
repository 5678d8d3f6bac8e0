using ScaleFitness.Code.Flow;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Values;

/// <summary>One call or construction that the author wrote. Its values are made when somebody looks at them; most calls nobody looks at.</summary>
public sealed class Call
{
    private readonly ValueFactory _values;
    private readonly Instruction _instruction;
    private Value? _receiver;
    private IReadOnlyList<Value>? _arguments;
    private Value? _result;

    internal Call(ValueFactory values, Instruction instruction, MethodRef method, bool isConstruction, FactSet facts, SourcePosition? position, CodeLoop? loop)
    {
        _values = values;
        _instruction = instruction;
        Method = method;
        IsConstruction = isConstruction;
        Facts = facts;
        Position = position;
        Loop = loop;
    }

    /// <summary>The function it stands in.</summary>
    public SourceFunction Function => _values.Function;

    /// <summary>The method as the call names it.</summary>
    public MethodRef Method { get; }

    /// <summary>Whether it constructs an object.</summary>
    public bool IsConstruction { get; }

    /// <summary>Whether an override may be reached.</summary>
    public bool IsVirtual => _instruction.Flag;

    /// <summary>The statement it stands in, or null without debug information.</summary>
    public SourcePosition? Position { get; }

    /// <summary>The innermost loop around it in its function, or null.</summary>
    public CodeLoop? Loop { get; }

    /// <summary>Its place among the function's instructions: ascending in the order of the code.</summary>
    public int Order => _instruction.Index;

    /// <summary>The object it is called on; null for static methods and constructions.</summary>
    public Value? Receiver => _receiver ?? Once(ref _receiver, _values.ReceiverOf(this, _instruction));

    /// <summary>Its arguments, without the receiver.</summary>
    public IReadOnlyList<Value> Arguments => _arguments ?? Once(ref _arguments, _values.ArgumentsOf(this, _instruction))!;

    /// <summary>What it returns: a <see cref="CallValue"/>, <see cref="NewValue"/> or, for a delegate, <see cref="FunctionValue"/>.</summary>
    public Value Result => _result ?? Once(ref _result, _values.ResultOf(this, _instruction))!;

    /// <summary>For an extension method called as one, its first argument; otherwise the receiver.</summary>
    public Value? Subject => Receiver ?? (Arguments.Count > 0 ? Arguments[0] : null);

    internal int Offset => _instruction.Offset;

    /// <summary>What was tested on every way to the call, in no order: it runs only where all of it holds.</summary>
    public IReadOnlyList<Condition> Conditions => _values.ConditionsOf(Facts);

    /// <summary>What is known where it runs.</summary>
    internal FactSet Facts { get; }

    /// <inheritdoc />
    public override string ToString() => $"{Method} in {Function}";

    /// <summary>Whichever thread is first: everybody sees the same object.</summary>
    private static T? Once<T>(ref T? field, T? made)
        where T : class => made is null ? null : Interlocked.CompareExchange(ref field, made, null) ?? made;
}
