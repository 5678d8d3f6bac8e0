using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.State;

/// <summary>Finds where functions store to fields themselves, by assignment, through a reference, or by <c>Interlocked</c> and its like.</summary>
public sealed class SlotReader
{
    private readonly CodeModel _code;
    private readonly FunctionTable<SlotWrite[]> _known;

    internal SlotReader(CodeModel code)
    {
        _code = code;
        _known = new(code.Folded.FunctionCount, f => Find(f).ToArray());
    }

    /// <summary>What a function stores itself.</summary>
    public IReadOnlyList<SlotWrite> In(SourceFunction function) => _known[function];

    private IEnumerable<SlotWrite> Find(SourceFunction function)
    {
        var body = _code.BodyOf(function);
        foreach (var write in body.FieldWrites)
            if (!AutoProperties.IsNew(write.Receiver) && Slot(write) is { } field)
                yield return new(field, function, write.Position, write.Value, write.WhenNull && !IsDefault(write.Value));
        foreach (var write in body.ElementWrites)
            if (write.Target is FieldValue { Definition: { Type.Kind: not TypeKind.Array } field })
                yield return new(field, function, write.Position, write.Value, false);
        foreach (var call in body.Calls)
            if (AutoProperties.Set(call, _code.Program) is { } field)
                yield return new(field, function, call.Position, call.Arguments[^1], AutoProperties.IsUnset(call, field) && !IsDefault(call.Arguments[^1]));
            else
                foreach (var write in ByReference(call))
                    yield return write;
    }

    /// <summary>The field that changes: of a struct in a field, the one that holds the struct.</summary>
    private FieldDefinition? Slot(FieldWrite write) =>
        write is { Receiver: FieldValue { Definition: { } outer }, Definition.DeclaringType: { } inner } && inner.Traits.HasFlag(TypeTraits.ValueType) ? outer : write.Definition;

    private static IEnumerable<SlotWrite> ByReference(Call call)
    {
        var type = call.Method.DeclaringType.FullName;
        if (type is not (StateSymbols.Interlocked or StateSymbols.Volatile or StateSymbols.LazyInitializer or StateSymbols.ImmutableInterlocked) || call.Method.Name.StartsWith("Read", StringComparison.Ordinal))
            yield break;
        foreach (var field in call.Arguments.Take(1).SelectMany(ValueWalk.Origins).OfType<FieldValue>())
            if (field.Definition is { } definition)
                yield return new(definition, call.Function, call.Position, Stored(call), type == StateSymbols.LazyInitializer || IsFirst(call));
    }

    private static Value? Stored(Call call) =>
        call.Method.Name is "Exchange" or "CompareExchange" or "Write" or "InterlockedExchange" or "InterlockedInitialize" ? call.Arguments.ElementAtOrDefault(1) : null;

    /// <summary><c>CompareExchange(ref field, value, null)</c> sets what was not set; so does <c>Exchange(ref latch, 1)</c> where nothing takes it back.</summary>
    private static bool IsFirst(Call call) => call.Method.Name switch
    {
        "CompareExchange" => call.Arguments.Count > 2 && IsDefault(call.Arguments[2]) && !IsDefault(call.Arguments[1]),
        "Exchange" => ValueWalk.Constant(call.Arguments[1]) is 1 or true,
        "InterlockedInitialize" => true,
        _ => false,
    };

    private static bool IsDefault(Value value) => ValueWalk.Origins(value) is [ConstantValue { Constant: null or 0 or 0L or false }];
}
