using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.SharedCache;

/// <summary>Whether a command of Redis sets its key only where it is absent: by <c>When</c>, or by the <c>ValueCondition</c> of newer overloads.</summary>
internal static class SetIfAbsent
{
    private const int NotExists = 2;

    /// <summary>Whether it does.</summary>
    public static bool Is(Call call)
    {
        for (var i = 0; i < call.Method.Parameters.Length && i < call.Arguments.Count; i++)
            if (call.Method.Parameters[i].FullName is SharedCacheSymbols.RedisWhen or SharedCacheSymbols.RedisCondition)
                return ValueWalk.Origins(call.Arguments[i]).Any(IsNotExists);
        return false;
    }

    private static bool IsNotExists(Value value) => value switch
    {
        CallValue { Call: { Method.Name: "get_NotExists" } } => true,
        CallValue { Call: { Method.Name: "op_Implicit", Arguments: [var when] } } => ValueWalk.Constant(when) is NotExists,
        _ => ValueWalk.Constant(value) is NotExists,
    };
}
