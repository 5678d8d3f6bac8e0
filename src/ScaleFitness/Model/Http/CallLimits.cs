using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Http;

/// <summary>What one call says of how long it may take.</summary>
public static class CallLimits
{
    private const string Token = "System.Threading.CancellationToken";

    /// <summary>Whether a token is handed to the call that somebody may cancel.</summary>
    public static bool IsCancellable(Call call) => Given(call, t => t.FullName == Token).Any(v => !IsNothing(v));

    /// <summary>Whether it is a call of gRPC that says one request and gets one answer, and says no deadline.</summary>
    public static bool IsWithoutDeadline(Call call)
    {
        if (call.Method.ReturnType.Name.Contains("Streaming", StringComparison.Ordinal))
            return false;
        var deadlines = Given(call, t => t.FullName == "System.Nullable`1" && t.Arguments is [{ FullName: "System.DateTime" }]).ToList();
        var options = Given(call, t => t.FullName == HttpSymbols.GrpcCallOptions).ToList();
        return deadlines.Count + options.Count > 0 && deadlines.All(IsNothing) && options.All(IsWithoutDeadline);
    }

    /// <summary>Options that come from elsewhere may say one.</summary>
    private static bool IsWithoutDeadline(Value options) => ValueWalk.Origins(options).All(o => o switch
    {
        NewValue { Call: var made } => Given(made, t => t.FullName == "System.Nullable`1").All(IsNothing),
        CallValue { Call: { Method: { Name: not "WithDeadline", DeclaringType.FullName: HttpSymbols.GrpcCallOptions }, Receiver: { } inner } } => IsWithoutDeadline(inner),
        _ => IsDefault(o),
    });

    private static IEnumerable<Value> Given(Call call, Func<TypeRef, bool> type)
    {
        for (var i = 0; i < call.Arguments.Count && i < call.Method.Parameters.Length; i++)
            if (type(call.Method.Parameters[i]))
                yield return call.Arguments[i];
    }

    private static bool IsNothing(Value value) => ValueWalk.Origins(value).All(o => o is CallValue { Call.Method.Name: "get_None" } || IsDefault(o));

    /// <summary><c>default</c>, which code puts nothing into.</summary>
    private static bool IsDefault(Value value) => value is ConstantValue or UnknownValue;
}
