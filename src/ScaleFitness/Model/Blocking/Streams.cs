using ScaleFitness.Code.Values;
using ScaleFitness.Model.Effects;

namespace ScaleFitness.Model.Blocking;

/// <summary>Synchronous reads and writes of streams, where it shows what is behind the stream: a memory stream is none of them.</summary>
internal static class Streams
{
    private static readonly HashSet<string> Sources = ["ReadAsStream", "ReadAsStreamAsync", "GetStreamAsync", "GetResponseStream", "GetRequestStream", "OpenReadStream"];

    private static readonly HashSet<string> OfReaders = ["ReadToEnd", "ReadLine", "ReadBlock"];

    private static readonly HashSet<string> OfStreams = ["CopyTo", "Read", "ReadExactly", "Write"];

    /// <summary>Methods by type.</summary>
    public static IEnumerable<(string Type, string Method)> Rows =>
        OfReaders.Select(m => (BlockingSymbols.TextReader, m)).Concat(OfStreams.Select(m => (BlockingSymbols.Stream, m))).Append((BlockingSymbols.FormFile, "CopyTo"));

    /// <summary>Names of methods that open a stream whose other end is elsewhere.</summary>
    public static IEnumerable<string> Openings => Sources;

    /// <summary>What the call waits for, or null.</summary>
    public static EffectKind? KindOf(Call call)
    {
        if (call.Receiver is not { } receiver)
            return null;
        var type = call.Method.DeclaringType.FullName;
        if (type == BlockingSymbols.FormFile && call.Method.Name == "CopyTo")
            return call.Arguments is [var target, ..] && ValueWalk.Origins(target).Any(o => o.Type?.FullName == BlockingSymbols.FileStream) ? EffectKind.File : null;
        var reads = type is BlockingSymbols.StreamReader or BlockingSymbols.TextReader ? OfReaders.Contains(call.Method.Name)
            : type is BlockingSymbols.Stream or BlockingSymbols.NetworkStream && OfStreams.Contains(call.Method.Name);
        return reads && IsRemote(receiver, 4) ? EffectKind.Http : null;
    }

    private static bool IsRemote(Value stream, int depth) =>
        depth > 0 && ValueWalk.Origins(ValueWalk.Awaited(stream)).Any(o => o switch
        {
            CallValue { Call: { Method: var method } } => Sources.Contains(method.Name) || method is { Name: "get_Body", DeclaringType.FullName: BlockingSymbols.HttpRequest },
            AwaitValue { Task: var task } => IsRemote(task, depth - 1),
            NewValue { Call: { Arguments: [var inner, ..] } made } => made.Method.DeclaringType.FullName == BlockingSymbols.NetworkStream || IsRemote(inner, depth - 1),
            _ => o.Type?.FullName == BlockingSymbols.NetworkStream,
        });
}
