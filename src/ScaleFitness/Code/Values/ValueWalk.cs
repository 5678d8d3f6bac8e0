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
        var result = new List<Value>();
        var seen = new HashSet<Value>(ReferenceEqualityComparer.Instance);
        Collect(value);
        return result;

        void Collect(Value current)
        {
            if (!seen.Add(current))
                return;
            if (current is PhiValue or CapturedValue or BoundedValue)
                foreach (var alternative in current.Alternatives)
                    Collect(alternative);
            else
                result.Add(current);
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
