using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Values;

/// <summary>One call or construction that the author wrote.</summary>
public sealed class Call
{
    private readonly Lazy<Value?> _receiver;
    private readonly Lazy<IReadOnlyList<Value>> _arguments;
    private readonly Lazy<Value> _result;
    private readonly Func<FactSet> _facts;

    internal Call(CallParts parts)
    {
        Function = parts.Function;
        Method = parts.Method;
        IsConstruction = parts.IsConstruction;
        IsVirtual = parts.IsVirtual;
        Offset = parts.Offset;
        Position = parts.Position;
        Loop = parts.Loop;
        Order = parts.Order;
        _receiver = new(parts.Receiver);
        _arguments = new(parts.Arguments);
        _result = new(() => parts.Result(this));
        _facts = parts.Facts;
    }

    /// <summary>The function it stands in.</summary>
    public SourceFunction Function { get; }

    /// <summary>The method as the call names it.</summary>
    public MethodRef Method { get; }

    /// <summary>Whether it constructs an object.</summary>
    public bool IsConstruction { get; }

    /// <summary>Whether an override may be reached.</summary>
    public bool IsVirtual { get; }

    /// <summary>The statement it stands in, or null without debug information.</summary>
    public SourcePosition? Position { get; }

    /// <summary>The innermost loop around it in its function, or null.</summary>
    public CodeLoop? Loop { get; }

    /// <summary>Its place among the function's instructions: ascending in the order of the code.</summary>
    public int Order { get; }

    /// <summary>The object it is called on; null for static methods and constructions.</summary>
    public Value? Receiver => _receiver.Value;

    /// <summary>Its arguments, without the receiver.</summary>
    public IReadOnlyList<Value> Arguments => _arguments.Value;

    /// <summary>What it returns: a <see cref="CallValue"/>, <see cref="NewValue"/> or, for a delegate, <see cref="FunctionValue"/>.</summary>
    public Value Result => _result.Value;

    /// <summary>For an extension method called as one, its first argument; otherwise the receiver.</summary>
    public Value? Subject => Receiver ?? (Arguments.Count > 0 ? Arguments[0] : null);

    internal int Offset { get; }

    internal FactSet Facts => _facts();

    /// <inheritdoc />
    public override string ToString() => $"{Method} in {Function}";
}

/// <summary>What a <see cref="Call"/> is made of.</summary>
internal sealed record CallParts(
    SourceFunction Function,
    MethodRef Method,
    bool IsConstruction,
    bool IsVirtual,
    int Offset,
    int Order,
    SourcePosition? Position,
    CodeLoop? Loop,
    Func<Value?> Receiver,
    Func<IReadOnlyList<Value>> Arguments,
    Func<Call, Value> Result,
    Func<FactSet> Facts);
