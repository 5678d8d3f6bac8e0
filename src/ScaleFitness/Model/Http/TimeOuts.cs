using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Http;

/// <summary>Reads what a client's time-out is set to.</summary>
internal static class TimeOuts
{
    /// <summary>Whether a call sets a client's time-out to something that ends.</summary>
    public static bool IsSet(Call call) => IsSetter(call) && !IsInfinite(call);

    /// <summary>Whether a call sets a client's time-out to never, and to nothing else.</summary>
    public static bool IsNever(Call call) => IsSetter(call) && IsInfinite(call);

    private static bool IsSetter(Call call) => call.Method.Name == "set_Timeout" && call.Method.DeclaringType.FullName is HttpSymbols.HttpClient or HttpSymbols.RestClientOptions;

    private static bool IsInfinite(Call call) => call.Arguments.SelectMany(ValueWalk.Origins).ToList() is { Count: > 0 } origins && origins.All(IsInfinite);

    /// <summary><c>Timeout.InfiniteTimeSpan</c>, <c>TimeSpan.FromMilliseconds(-1)</c>, <c>TimeSpan.FromMilliseconds(Timeout.Infinite)</c>.</summary>
    private static bool IsInfinite(Value value) => value switch
    {
        FieldValue { Field.Name: "InfiniteTimeSpan" } => true,
        CallValue { Call: { Method: { Name: "FromMilliseconds", DeclaringType.FullName: "System.TimeSpan" } } call } => ValueWalk.Constant(call.Arguments[0]) is -1 or -1L or -1d,
        _ => false,
    };
}
