namespace ScaleFitness.Code.Values;

/// <summary>Walks over the value graph.</summary>
public static class ValueWalk
{
    /// <summary>
    /// What a value may be once alternatives and captured variables are looked through; each origin once. A cycle
    /// contributes nothing of its own.
    /// </summary>
    public static IReadOnlyList<Value> Origins(Value value)
    {
        // Nearly all values are their own origin.
        if (!HasAlternatives(value))
            return [value];
        var result = new List<Value>();
        var seen = new HashSet<Value>(ReferenceEqualityComparer.Instance);
        Collect(value);
        return result;

        void Collect(Value current)
        {
            if (!seen.Add(current))
                return;
            if (HasAlternatives(current))
                foreach (var alternative in current.Alternatives)
                    Collect(alternative);
            else
                result.Add(current);
        }
    }

    private static bool HasAlternatives(Value value) => value is PhiValue or CapturedValue or BoundedValue;

    /// <summary>Every value that one is made of, each once, itself first: values may be made of themselves, in a loop.</summary>
    /// <param name="value">Where to start; alternatives are looked through.</param>
    /// <param name="parts">What a value is made of, as far as it matters.</param>
    public static IEnumerable<Value> Within(Value value, Func<Value, IEnumerable<Value>> parts)
    {
        var seen = new HashSet<Value>(ReferenceEqualityComparer.Instance);
        var pending = new Queue<Value>(Origins(value));
        while (pending.TryDequeue(out var current))
        {
            if (!seen.Add(current))
                continue;
            yield return current;
            foreach (var part in parts(current))
                foreach (var origin in Origins(part))
                    pending.Enqueue(origin);
        }
    }

    /// <summary>The value inside awaits: what the awaited task was made by.</summary>
    public static Value Awaited(Value value)
    {
        while (value is AwaitValue await)
            value = await.Task;
        return value;
    }

    /// <summary>The constant that a value is, whatever the way control came, or null.</summary>
    public static object? Constant(Value? value)
    {
        if (value is null)
            return null;
        var origins = Origins(value);
        return origins is [ConstantValue constant] ? constant.Constant : null;
    }
}
