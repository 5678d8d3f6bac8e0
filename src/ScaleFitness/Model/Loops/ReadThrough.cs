using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Loops;

/// <summary>Tells what runs only where a cache has no answer.</summary>
internal static class ReadThrough
{
    private static readonly HashSet<string> Factories = new(StringComparer.Ordinal)
    {
        "GetOrCreate", "GetOrCreateAsync", "GetOrAdd", "GetOrAddAsync", "GetOrSet", "GetOrSetAsync",
    };

    /// <summary>Whether the call gets an entry, and makes it with a delegate where there is none.</summary>
    public static bool IsFactory(Call call) => Factories.Contains(call.Method.Name);

    /// <summary>Whether a lambda makes the entry that a cache does not have.</summary>
    public static bool IsMaker(CodeModel code, SourceFunction function) =>
        function.Parent is { } outer && code.BodyOf(outer).Calls.Any(c => IsFactory(c) && c.Arguments.SelectMany(Dispatch.FunctionsOf).Contains(function));

    /// <summary>Whether a call runs only after a look into a cache, and not always then.</summary>
    public static bool IsOnMiss(CodeModel code, Call call) =>
        code.BodyOf(call.Function).Calls.Any(c => c.Order < call.Order && IsLook(c)) && code.PathsOf(call.Function).IsAvoidable(call.Order);

    /// <summary>Whether what a call brings is kept in a field that was empty: it is asked once in the object's life.</summary>
    public static bool IsKept(CodeModel code, Call call) =>
        code.BodyOf(call.Function).FieldWrites.Any(w => IsMadeOf(w.Value, call, 3) && (w.WhenNull || w.Definition is { } field && IsFilled(code.PathsOf(call.Function), field, call.Order)));

    /// <summary>The function looks at the field, and goes around what fills it.</summary>
    private static bool IsFilled(ControlPaths paths, FieldDefinition field, int order) => paths.LooksAt(field, order) && paths.IsAvoidable(order);

    /// <summary>What is kept is what the call brought, or a list or nullable made of it.</summary>
    private static bool IsMadeOf(Value value, Call call, int depth) =>
        ValueWalk.Origins(value).Select(ValueWalk.Awaited).SelectMany(ValueWalk.Origins).Any(o => o switch
        {
            CallValue made => made.Call == call || depth > 0 && made.Call.Subject is { } subject && IsMadeOf(subject, call, depth - 1),
            NewValue made => depth > 0 && made.Call.Arguments is [var only] && IsMadeOf(only, call, depth - 1),
            _ => false,
        });

    private static bool IsLook(Call call) => call.Method.Name switch
    {
        "TryGetValue" or "TryGet" or "TryGetAsync" => IsCache(call.Method.DeclaringType.FullName) || call.Receiver is { } receiver && ValueWalk.Origins(receiver).Any(o => o is FieldValue),
        "Get" or "GetAsync" or "GetString" or "GetStringAsync" => IsCache(call.Method.DeclaringType.FullName),
        _ => false,
    };

    private static bool IsCache(string type) =>
        type.StartsWith("Microsoft.Extensions.Caching.", StringComparison.Ordinal) || type.StartsWith("System.Runtime.Caching.", StringComparison.Ordinal) || type.StartsWith("ZiggyCreatures.Caching.", StringComparison.Ordinal);
}
