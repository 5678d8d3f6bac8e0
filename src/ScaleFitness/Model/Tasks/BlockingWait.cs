using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Tasks;

/// <summary>A call that blocks its thread until tasks are done.</summary>
/// <param name="Call">The call.</param>
/// <param name="Tasks">What it waits for, as far as it can be told.</param>
public sealed record BlockingWait(Call Call, IReadOnlyList<Value> Tasks)
{
    /// <summary>The call whose task is waited for, or null where it comes from elsewhere.</summary>
    public Call? Maker => Tasks.OfType<CallValue>().Select(t => t.Call).FirstOrDefault();
}

/// <summary>Which calls block until a task is done.</summary>
internal static class WaitMethods
{
    private static readonly HashSet<string> Awaiters =
    [
        TaskSymbols.Awaiter, TaskSymbols.AwaiterOf, TaskSymbols.ValueAwaiter, TaskSymbols.ValueAwaiterOf,
        TaskSymbols.ConfiguredAwaiter, TaskSymbols.ConfiguredAwaiterOf, TaskSymbols.ConfiguredValueAwaiter, TaskSymbols.ConfiguredValueAwaiterOf,
    ];

    public static bool MayWait(string method) => method is "get_Result" or "GetResult" or "Wait" or "WaitAll" or "WaitAny";

    public static bool IsWait(Call call) => call.Method.Name switch
    {
        "get_Result" => call.Method.DeclaringType.FullName is TaskSymbols.TaskOf or TaskSymbols.ValueTaskOf,
        "Wait" or "WaitAll" or "WaitAny" => call.Method.DeclaringType.FullName == TaskSymbols.Task,
        "GetResult" => Awaiters.Contains(call.Method.DeclaringType.FullName),
        _ => false,
    };

    /// <summary>What the call waits for: looked through awaiters, wrappers and arrays.</summary>
    public static IReadOnlyList<Value> TasksOf(Call wait)
    {
        var tasks = new List<Value>();
        var seen = new HashSet<Value>(ReferenceEqualityComparer.Instance);
        if ((wait.Method.HasThis ? wait.Receiver : wait.Arguments.FirstOrDefault()) is { } waited)
            Collect(waited, tasks, seen);
        return tasks;
    }

    private static void Collect(Value value, List<Value> tasks, HashSet<Value> seen)
    {
        foreach (var origin in ValueWalk.Origins(value))
            if (seen.Add(origin))
                switch (origin)
                {
                    case CallValue { Call: { Method.Name: "GetAwaiter" or "AsTask" or "ConfigureAwait" or "Preserve" or "Unwrap", Subject: { } inner } }:
                        Collect(inner, tasks, seen);
                        break;
                    case ArrayValue array:
                        foreach (var element in array.Elements)
                            Collect(element, tasks, seen);
                        break;
                    default:
                        tasks.Add(origin);
                        break;
                }
    }
}
