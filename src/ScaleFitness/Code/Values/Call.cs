using ScaleFitness.Code.Flow;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Values;

/// <summary>One call or construction that the author wrote.</summary>
public sealed class Call
{
    private readonly CallParts _parts;
    private Value? _receiver;
    private IReadOnlyList<Value>? _arguments;
    private Value? _result;

    internal Call(CallParts parts) => _parts = parts;

    /// <summary>The function it stands in.</summary>
    public SourceFunction Function => _parts.Function;

    /// <summary>The method as the call names it.</summary>
    public MethodRef Method => _parts.Method;

    /// <summary>Whether it constructs an object.</summary>
    public bool IsConstruction => _parts.IsConstruction;

    /// <summary>Whether an override may be reached.</summary>
    public bool IsVirtual => _parts.Instruction.Flag;

    /// <summary>The statement it stands in, or null without debug information.</summary>
    public SourcePosition? Position => _parts.Position;

    /// <summary>The innermost loop around it in its function, or null.</summary>
    public CodeLoop? Loop => _parts.Loop;

    /// <summary>Its place among the function's instructions: ascending in the order of the code.</summary>
    public int Order => _parts.Instruction.Index;

    /// <summary>The object it is called on; null for static methods and constructions.</summary>
    public Value? Receiver => _receiver ?? Once(ref _receiver, _parts.Values.ReceiverOf(_parts));

    /// <summary>Its arguments, without the receiver.</summary>
    public IReadOnlyList<Value> Arguments => _arguments ?? Once(ref _arguments, _parts.Values.ArgumentsOf(_parts))!;

    /// <summary>What it returns: a <see cref="CallValue"/>, <see cref="NewValue"/> or, for a delegate, <see cref="FunctionValue"/>.</summary>
    public Value Result => _result ?? Once(ref _result, _parts.Values.ResultOf(this, _parts))!;

    /// <summary>For an extension method called as one, its first argument; otherwise the receiver.</summary>
    public Value? Subject => Receiver ?? (Arguments.Count > 0 ? Arguments[0] : null);

    internal int Offset => _parts.Instruction.Offset;

    /// <summary>What was tested on every way to the call, in no order: it runs only where all of it holds.</summary>
    public IReadOnlyList<Condition> Conditions => _parts.Values.ConditionsAt(_parts.Instruction);

    internal FactSet Facts => _parts.Values.FactsAt(_parts.Instruction);

    /// <inheritdoc />
    public override string ToString() => $"{Method} in {Function}";

    /// <summary>Whichever thread is first: everybody sees the same object.</summary>
    private static T? Once<T>(ref T? field, T? made)
        where T : class => made is null ? null : Interlocked.CompareExchange(ref field, made, null) ?? made;
}

/// <summary>What a <see cref="Call"/> is made of. Its values are made when somebody looks at them; most calls nobody looks at.</summary>
/// <param name="Values">Makes them.</param>
/// <param name="Function">The function it stands in.</param>
/// <param name="Instruction">The instruction.</param>
/// <param name="Method">The method as the call names it.</param>
/// <param name="IsConstruction">Whether it constructs an object.</param>
/// <param name="Pointer">For a delegate's construction, the function pointer it is made of.</param>
/// <param name="Position">The statement.</param>
/// <param name="Loop">The innermost loop around it.</param>
internal sealed record CallParts(
    ValueFactory Values,
    SourceFunction Function,
    Instruction Instruction,
    MethodRef Method,
    bool IsConstruction,
    Instruction? Pointer,
    SourcePosition? Position,
    CodeLoop? Loop);
