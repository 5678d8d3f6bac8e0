using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Services;

/// <summary>Calls that ask a container for something.</summary>
internal static class Resolutions
{
    /// <summary>For a gate: whether a body that mentions the name may ask.</summary>
    public static bool IsRequest(string name) =>
        name is "GetService" or "GetRequiredService" or "GetServices" or "GetKeyedService" or "GetRequiredKeyedService" or "GetKeyedServices" or "CreateInstance" or "GetServiceOrCreateInstance" || name.StartsWith("Resolve", StringComparison.Ordinal);

    /// <summary>Whether the call asks.</summary>
    public static bool IsRequest(MethodRef method) =>
        IsRequest(method.Name) && (!method.Name.StartsWith("Resolve", StringComparison.Ordinal) || method.DeclaringType.FullName == ServiceSymbols.Resolutions);

    /// <summary>What the call asks for; null where the type is not in the code.</summary>
    /// <param name="call">The call.</param>
    /// <param name="within">The function that is asked about, for what it takes.</param>
    public static Dependency? Of(Call call, SourceFunction within)
    {
        if (ServiceOf(call) is not { } service)
            return null;
        var asked = Dependency.Of(service, IsKeyed(call), IsKeyed(call) ? ValueWalk.Constant(call.Arguments[^1]) : null, within, call.Position);
        return asked with { IsMany = asked.IsMany || call.Method.Name.EndsWith("Services", StringComparison.Ordinal), IsMade = call.Method.Name == "CreateInstance" };
    }

    private static bool IsKeyed(Call call) => call.Method.Name.Contains("Keyed", StringComparison.Ordinal) || call.Method.Name.EndsWith("Named", StringComparison.Ordinal);

    private static TypeRef? ServiceOf(Call call) =>
        call.Method.TypeArguments is [var named] ? named
        : call.Arguments.SelectMany(ValueWalk.Origins).OfType<CallValue>().Where(v => v.Call.Method.Name == "GetTypeFromHandle").SelectMany(v => v.Call.Arguments).OfType<SymbolValue>().Select(s => s.Symbol).OfType<TypeRef>().FirstOrDefault();
}
