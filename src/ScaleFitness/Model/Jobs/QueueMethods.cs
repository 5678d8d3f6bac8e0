using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Jobs;

/// <summary>Queues in the process, and the methods that put something in or take it out. Stores with keys are none: what is taken out of them has expired more often than it is worked off.</summary>
public static class QueueMethods
{
    private static readonly Dictionary<string, (string[] Puts, string[] Takes)> ByType = new(StringComparer.Ordinal)
    {
        [JobSymbols.ChannelWriter] = (["TryWrite", "WriteAsync"], []),
        [JobSymbols.ChannelReader] = ([], ["ReadAsync", "TryRead", "ReadAllAsync"]),
        [JobSymbols.Queue] = (["Enqueue"], ["Dequeue", "TryDequeue"]),
        [JobSymbols.PriorityQueue] = (["Enqueue", "EnqueueRange"], ["Dequeue", "TryDequeue"]),
        [JobSymbols.Stack] = (["Push"], ["Pop", "TryPop"]),
        [JobSymbols.List] = (["Add", "AddRange", "Insert"], ["RemoveAt", "RemoveRange", "Clear"]),
        [JobSymbols.LinkedList] = (["AddFirst", "AddLast"], ["RemoveFirst", "RemoveLast", "Clear"]),
        [JobSymbols.ConcurrentQueue] = (["Enqueue"], ["TryDequeue"]),
        [JobSymbols.ConcurrentStack] = (["Push", "PushRange"], ["TryPop", "TryPopRange"]),
        [JobSymbols.ConcurrentBag] = (["Add"], ["TryTake"]),
        [JobSymbols.BlockingCollection] = (["Add", "TryAdd"], ["Take", "TryTake", "GetConsumingEnumerable"]),
        [JobSymbols.ProducerConsumer] = (["TryAdd"], ["TryTake"]),
        [JobSymbols.DataflowBlock] = (["Post", "SendAsync"], ["Receive", "ReceiveAsync", "TryReceive", "ReceiveAllAsync"]),
    };

    /// <summary>Type and method of each row.</summary>
    public static IEnumerable<(string Type, string Method)> Rows => ByType.SelectMany(t => t.Value.Puts.Concat(t.Value.Takes).Select(m => (t.Key, m)));

    /// <summary>Whether the call puts something into a queue.</summary>
    public static bool Puts(Call call) => ByType.TryGetValue(call.Method.DeclaringType.FullName, out var row) && row.Puts.Contains(call.Method.Name);

    /// <summary>Whether the call takes something out of a queue.</summary>
    public static bool Takes(Call call) => ByType.TryGetValue(call.Method.DeclaringType.FullName, out var row) && row.Takes.Contains(call.Method.Name);

    /// <summary>Whether some row speaks of a method of that name.</summary>
    public static bool MayName(string method) => ByType.Values.Any(r => r.Puts.Contains(method) || r.Takes.Contains(method));

    /// <summary>Whether the type is a queue, or an end of one.</summary>
    public static bool IsQueue(TypeRef? type) =>
        type is not null && (ByType.ContainsKey(type.FullName) || type.FullName is JobSymbols.Channel or JobSymbols.ChannelPair or JobSymbols.BufferBlock);
}
