using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Data;

/// <summary>Which calls run a query and keep, or walk over, all its rows.</summary>
internal static class Consumption
{
    /// <summary>The query that the call runs, or null where it runs none.</summary>
    public static Value? SourceOf(Call call, FunctionBody body)
    {
        if (QueryMethods.Materialises(call.Method))
            return call.Arguments.FirstOrDefault();
        switch (call.Method.Name)
        {
            case "GetEnumerator" when IsEnumerable(call.Method.DeclaringType.FullName):
                return call.Receiver;
            case "GetAsyncEnumerator" when call.Method.DeclaringType.FullName == "System.Collections.Generic.IAsyncEnumerable`1" && Accumulates(call, body):
                return call.Receiver;
            case "AddRange" or "InsertRange" when IsCollection(call):
                return call.Arguments.LastOrDefault(a => QuerySources.IsSequence(a.Type) || QuerySources.IsTable(a.Type));
            case ".ctor" when IsCollection(call):
                return call.Arguments.FirstOrDefault(a => QuerySources.IsSequence(a.Type) || QuerySources.IsTable(a.Type));
            default:
                return null;
        }
    }

    /// <summary>The query that the call runs for whatever it returns, with the operator itself where that is one: <c>Where(..).FirstOrDefault(..)</c>.</summary>
    public static Value? RunBy(Call call, FunctionBody body) =>
        QueryMethods.IsTerminal(call.Method) ? call.Result
        : call.Method.Name is "Find" or "FindAsync" && QuerySources.IsTable(call.Receiver?.Type) ? call.Receiver
        : SourceOf(call, body);

    private static bool IsEnumerable(string type) => type is "System.Collections.Generic.IEnumerable`1" or "System.Collections.IEnumerable";

    private static bool IsCollection(Call call) => call.Method.DeclaringType.Namespace.StartsWith("System.Collections", StringComparison.Ordinal);

    /// <summary>Streaming is right; streaming into a collection is loading with more steps.</summary>
    private static bool Accumulates(Call enumeration, FunctionBody body)
    {
        var step = body.Calls.FirstOrDefault(c => c.Method.Name == "MoveNextAsync" && c.Loop is not null && c.Receiver is { } receiver
            && ValueWalk.Origins(receiver).Any(o => o is CallValue made && made.Call == enumeration));
        return step?.Loop is { } loop && body.Calls.Any(c => c.Loop is { } inner && inner.IsIn(loop)
            && c.Method.Name is "Add" or "Enqueue" or "Push" or "Insert" or "TryAdd" or "AddLast" or "set_Item"
            && c.Method.DeclaringType.Namespace.StartsWith("System.Collections", StringComparison.Ordinal));
    }
}
