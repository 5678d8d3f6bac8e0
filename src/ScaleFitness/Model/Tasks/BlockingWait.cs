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

    private static readonly Dictionary<string, HashSet<string>> ByName = new(StringComparer.Ordinal)
    {
        ["get_Result"] = [TaskSymbols.TaskOf, TaskSymbols.ValueTaskOf],
        ["Wait"] = [TaskSymbols.Task],
        ["WaitAll"] = [TaskSymbols.Task],
        ["WaitAny"] = [TaskSymbols.Task],
        ["GetResult"] = Awaiters,
    };

    /// <summary>Methods by type.</summary>
    public static IEnumerable<(string Type, string Method)> Rows => ByName.SelectMany(n => n.Value.Select(t => (t, n.Key)));

    public static bool MayWait(string method) => ByName.ContainsKey(method);

    public static bool IsWait(Call call) => ByName.TryGetValue(call.Method.Name, out var types) && types.Contains(call.Method.DeclaringType.FullName);

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
