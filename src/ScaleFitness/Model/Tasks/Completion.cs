using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Tasks;

/// <summary>Tells tasks that are done where somebody takes their result: then nobody waits.</summary>
internal sealed class Completion(CodeModel code)
{
    /// <summary>Whether all that the call waits for is done before, on every way to it.</summary>
    public bool IsKnown(BlockingWait wait) => wait.Tasks.Count > 0 && wait.Tasks.All(t => IsDone(t, wait.Call));

    private bool IsDone(Value task, Call wait) =>
        IsBornDone(task) || IsContinued(task) || IsChecked(task, wait) || WaitedBefore(task, wait) || TogetherBefore(task, wait.Function, wait.Order, isPicked: false);

    private static bool IsBornDone(Value task) => task switch
    {
        CallValue { Call.Method: { Name: "FromResult" or "get_CompletedTask" or "FromException" or "FromCanceled" } method } => method.DeclaringType.Namespace == "System.Threading.Tasks",
        // await Task.WhenAny(...) answers with the one that is done.
        AwaitValue { Task: var awaited } => ValueWalk.Origins(awaited).Any(o => o is CallValue { Call.Method.Name: "WhenAny" }),
        NewValue { Type.Namespace: "System.Threading.Tasks", Call.Method: { Parameters: [var argument, ..] } } => argument.Namespace != "System.Threading.Tasks",
        _ => false,
    };

    /// <summary>What a continuation is given is done.</summary>
    private bool IsContinued(Value task) =>
        task is ArgumentValue { IsThis: false } argument && argument.Function.Parent is { } parent
        && code.BodyOf(parent).Calls.Any(c => c.Method.Name is "ContinueWith" or "ContinueWhenAll" or "ContinueWhenAny" && c.Arguments.SelectMany(Dispatch.FunctionsOf).Contains(argument.Function));

    private bool IsChecked(Value task, Call wait)
    {
        if (wait.Conditions.Any(t => t.IsTrue && t.Value is CallValue { Call: var test } && IsTest(test, task)))
            return true;
        // if (!task.IsCompleted) await task;
        var paths = code.PathsOf(wait.Function);
        var body = code.BodyOf(wait.Function);
        return body.Calls.Any(c => IsTest(c, task) && paths.IsAlwaysAfter(wait.Order, c.Order)) && body.Awaits.Any(a => a.Order < wait.Order && ValueWalk.Origins(a.Task).Contains(task));
    }

    private static bool IsTest(Call call, Value task) =>
        call.Method.Name is "get_IsCompleted" or "get_IsCompletedSuccessfully" or "get_IsFaulted" or "get_IsCanceled" && call.Receiver is { } receiver && Unwrapped(receiver).Contains(task);

    private static IEnumerable<Value> Unwrapped(Value value) =>
        ValueWalk.Origins(value).SelectMany(o => o is CallValue { Call: { Method.Name: "GetAwaiter" or "AsTask", Subject: { } inner } } ? ValueWalk.Origins(inner) : [o]);

    /// <summary>Awaited or waited for on every way before: this wait is no longer one.</summary>
    private bool WaitedBefore(Value task, Call wait)
    {
        var paths = code.PathsOf(wait.Function);
        var body = code.BodyOf(wait.Function);
        var waited = body.Awaits.Where(a => ValueWalk.Origins(a.Task).Contains(task)).Select(a => a.Order)
            .Concat(body.Calls.Where(c => c != wait && WaitMethods.IsWait(c) && WaitMethods.TasksOf(c).Contains(task)).Select(c => c.Order)).ToHashSet();
        return waited.Count > 0 && paths.IsAlwaysAfter(wait.Order, waited.Contains);
    }

    /// <summary>Behind a <c>WhenAll</c> what was made before it is done: its elements, looped over or handed to a lambda, too.</summary>
    private bool TogetherBefore(Value task, SourceFunction function, int order, bool isPicked)
    {
        var paths = code.PathsOf(function);
        var body = code.BodyOf(function);
        foreach (var together in body.Awaits.Where(a => IsTogether(a.Task)).Select(a => a.Order).Concat(body.Calls.Where(c => c.Method.Name == "WaitAll" && WaitMethods.IsWait(c)).Select(c => c.Order)))
            if (paths.IsAlwaysAfter(order, together) && (isPicked || !IsMadeBehind(task, together)))
                return true;
        var isElement = Holder(task) is ArgumentValue { IsThis: false };
        var isGiven = isElement || task.Function != function;
        return isGiven && function.Parent is { } parent
            && code.BodyOf(parent).Calls.FirstOrDefault(c => c.Arguments.SelectMany(Dispatch.FunctionsOf).Contains(function)) is { } given
            && TogetherBefore(task, parent, given.Order, isElement);
    }

    /// <summary>The pair or tuple that holds the task, and the one that holds that.</summary>
    private static Value Holder(Value task) => task switch
    {
        CallValue { Call: { Receiver: { } receiver, Method.Name: "get_Value" or "get_Key" } } when ValueWalk.Origins(receiver) is [var holder] => Holder(holder),
        FieldValue { Receiver: { } receiver } when ValueWalk.Origins(receiver) is [var holder and not ArgumentValue { IsThis: true }] => Holder(holder),
        _ => task,
    };

    private static bool IsTogether(Value task) => ValueWalk.Origins(task).Any(o => o is CallValue { Call: { Method: { Name: "WhenAll" or "WhenAny" } method } } && method.DeclaringType.FullName == TaskSymbols.Task);

    /// <summary>Elements are picked behind it, but made before.</summary>
    private static bool IsMadeBehind(Value task, int together) =>
        task is CallValue { Call: { Method: var method } call } && call.Order > together && method.Name is not ("get_Current" or "get_Item" or "First" or "Single" or "Last" or "ElementAt" or "get_Value" or "get_Key")
        && !method.DeclaringType.Namespace.StartsWith("System.Collections", StringComparison.Ordinal);
}
