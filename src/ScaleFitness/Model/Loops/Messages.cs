using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Loops;

/// <summary>What waits for the next message: of a channel, a broker, a socket, a stream. Libraries name it alike.</summary>
internal sealed class Messages(CodeModel code, Dispatch dispatch)
{
    /// <summary>Whether the call waits for a message, or streams them for as long as they come; a method of the app does where its body does.</summary>
    public bool AreAwaitedBy(Call call)
    {
        if (call.IsConstruction)
            return false;
        var targets = dispatch.Targets(call);
        return targets.Count == 0 ? IsReceive(call.Method) : targets.Any(t => code.BodyOf(t).Calls.Any(c => IsReceive(c.Method) && code.Program.Find(c.Method.DeclaringType) is null or { IsExternal: true }));
    }

    private static bool IsReceive(MethodRef method) => method.Name switch
    {
        "WaitToReadAsync" or "ReadAllAsync" or "TryRead" => method.DeclaringType.Is(LoopSymbols.ChannelReader),
        "ReadAsync" => method.DeclaringType.Is(LoopSymbols.ChannelReader),
        "GetConsumingEnumerable" or "Consume" or "ConsumeAsync" or "Poll" or "Listen" or "ListenAsync" => true,
        var name => name.StartsWith("Receive", StringComparison.Ordinal),
    };
}
