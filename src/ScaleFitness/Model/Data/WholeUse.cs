using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Data;

/// <summary>Tells whether code wants every row that a query has loaded, besides those that it picks from them.</summary>
internal static class WholeUse
{
    /// <summary>Whether the rows of a load are also used as they are, where the filter runs too: handed on, gone through, mapped, returned.</summary>
    public static bool Occurs(FunctionBody body, Call load, Call filter) =>
        body.Calls.Any(c => c != filter && c.Order > load.Order && UsesAll(c, load, body) && !IsOtherBranch(c, filter))
        || body.Returns.Count > 0 && body.Returns.All(r => Is(r, load));

    private static bool UsesAll(Call call, Call load, FunctionBody body)
    {
        if (call.Method.Name == "GetEnumerator" || call.Method is { Name: "ForEach" or "ConvertAll", DeclaringType.FullName: "System.Collections.Generic.List`1" })
            return call.Receiver is { } receiver && Is(receiver, load);
        if (!call.Arguments.Any(a => Is(a, load)) || MemoryFilters.IsNarrowing(call) || call.Method.DeclaringType.FullName == "System.ArgumentNullException" || call.Method.Name.StartsWith("op_", StringComparison.Ordinal))
            return false;
        return call.Method.DeclaringType.FullName != QueryMethods.Enumerable || IsKept(call, body);
    }

    /// <summary>Whether an operator that maps every row has a result of its own, rather than being a step before one that narrows.</summary>
    private static bool IsKept(Call step, FunctionBody body) =>
        step.Method.Name is "Select" or "ToList" or "ToArray"
        && !body.Calls.Any(c => c != step && c.Method.DeclaringType.FullName == QueryMethods.Enumerable && c.Arguments.Count > 0 && ValueWalk.Origins(c.Arguments[0]).Any(o => o is CallValue made && made.Call == step) && (MemoryFilters.IsNarrowing(c) || !IsKept(c, body)));

    /// <summary>Whether the value is what was loaded, whichever way the code took.</summary>
    private static bool Is(Value value, Call load)
    {
        var origins = ValueWalk.Origins(value);
        return origins.Count > 0 && origins.All(o => IsLoaded(o, load));
    }

    private static bool IsLoaded(Value origin, Call load)
    {
        if (origin is AwaitValue)
            return ValueWalk.Origins(ValueWalk.Awaited(origin)).Any(o => o is CallValue made && made.Call == load);
        return origin is CallValue { Call: var call } && call == load && load.Method.ReturnType.Namespace != "System.Threading.Tasks";
    }

    private static bool IsOtherBranch(Call use, Call filter) =>
        use.Conditions.Any(u => filter.Conditions.Any(f => f.IsTrue != u.IsTrue && ReferenceEquals(f.Value, u.Value)));
}
