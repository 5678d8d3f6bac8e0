using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.SharedCache;

/// <summary>What a value was made from, inside its function: back through calls, awaits, arithmetic and what was done to objects on the way.</summary>
internal sealed class Derivation
{
    private const int ValueLimit = 500;

    private static readonly HashSet<string> Arithmetic = ["Add", "Subtract", "Multiply", "Divide", "AddOverflow", "SubtractOverflow", "Or", "And", "Xor"];

    private static readonly HashSet<string> Combining = ["Append", "Prepend", "Concat", "Union", "Except", "Where", "op_Addition", "op_Subtraction", "<Clone>$", "Add", "AddDays", "AddRange", "Remove", "SetItem", "Insert"];

    private readonly HashSet<Value> _values = new(ReferenceEqualityComparer.Instance);

    private Derivation()
    {
    }

    /// <summary>Whether something was computed on the way, or an object changed: not only read, turned into text and back.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Whether the value was made from another.</summary>
    public bool Includes(Value value) => _values.Contains(value);

    /// <summary>Values of the derivation.</summary>
    public IEnumerable<Value> Values => _values;

    /// <param name="value">The value.</param>
    /// <param name="body">Its function.</param>
    /// <param name="before">Calls and writes before that place in the code may have changed it.</param>
    public static Derivation Of(Value value, FunctionBody body, int before)
    {
        var result = new Derivation();
        var pending = new Queue<Value>([value]);
        while (pending.TryDequeue(out var current) && result._values.Count < ValueLimit)
            foreach (var origin in ValueWalk.Origins(current))
                if (result._values.Add(origin))
                    result.Follow(origin, body, before, pending);
        return result;
    }

    private void Follow(Value value, FunctionBody body, int before, Queue<Value> pending)
    {
        switch (value)
        {
            case AwaitValue await:
                pending.Enqueue(await.Task);
                break;
            case CallValue { Call: var call }:
                IsChanged |= Combining.Contains(call.Method.Name);
                Enqueue(call, pending);
                break;
            case OutValue { Call: var call }:
                Enqueue(call, pending);
                break;
            case NewValue { Call: var made }:
                Enqueue(made, pending);
                Changes(value, body, before, pending);
                break;
            case FieldValue { Receiver: { } receiver }:
                pending.Enqueue(receiver);
                break;
            case ComputedValue computed:
                IsChanged |= Arithmetic.Contains(computed.Operation);
                foreach (var operand in computed.Operands)
                    pending.Enqueue(operand);
                break;
            case ArrayValue array:
                foreach (var element in array.Elements)
                    pending.Enqueue(element);
                break;
        }

        if (value is CallValue or AwaitValue)
            Changes(value, body, before, pending);
    }

    private static void Enqueue(Call call, Queue<Value> pending)
    {
        if (call.Receiver is { } receiver)
            pending.Enqueue(receiver);
        foreach (var argument in call.Arguments)
            pending.Enqueue(argument);
    }

    /// <summary>What is done to the object: properties set, things added, also to what its properties return.</summary>
    private void Changes(Value value, FunctionBody body, int before, Queue<Value> pending)
    {
        foreach (var call in body.Calls)
            if (call.Order < before && call.Receiver is { } receiver && IsChange(call) && IsOf(receiver, value, 3))
            {
                // A new object that is filled is made, not changed; what it is filled with is what it is made from.
                IsChanged |= value is not NewValue;
                foreach (var argument in call.Arguments)
                    pending.Enqueue(argument);
            }

        foreach (var write in body.FieldWrites)
            if (write.Order < before && write.Receiver is { } owner && IsOf(owner, value, 3))
            {
                IsChanged |= value is not NewValue;
                pending.Enqueue(write.Value);
            }
    }

    private static bool IsChange(Call call) =>
        call.Method.Name.StartsWith("set_", StringComparison.Ordinal) || call.Method.Name.StartsWith("Add", StringComparison.Ordinal) || call.Method.Name.StartsWith("Remove", StringComparison.Ordinal) || call.Method.Name.StartsWith("Increment", StringComparison.Ordinal)
        || call.Method.Name is "Clear" or "Insert" or "Enqueue" or "Dequeue" or "Push" or "Pop" or "TryAdd" or "UnionWith" or "ExceptWith" or "Apply" or "Update";

    private static bool IsOf(Value receiver, Value value, int depth) =>
        depth > 0 && ValueWalk.Origins(receiver).Any(o => ReferenceEquals(o, value)
            || o is CallValue { Call: { Receiver: { } owner } getter } && getter.Method.Name.StartsWith("get_", StringComparison.Ordinal) && IsOf(owner, value, depth - 1)
            || o is FieldValue { Receiver: { } holder } && IsOf(holder, value, depth - 1));
}
