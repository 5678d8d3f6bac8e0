using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Loops;

/// <summary>What library calls say of how many elements a sequence has.</summary>
internal static class LibrarySizes
{
    /// <summary>A constant up to here is a small set; above, it is a page.</summary>
    public const int FewLimit = 10;

    /// <summary>The size, where the call alone decides it.</summary>
    public static SequenceSize? Of(Call call)
    {
        var method = call.Method;
        var type = method.DeclaringType;
        return method.Name switch
        {
            "Chunk" or "Buffer" or "Batch" or "Partition" when IsSequence(method.ReturnType) => new(SizeKind.Batch),
            "Take" or "TakeLast" or "GetRange" when type.Namespace is "System.Linq" or "System.Collections.Generic" => Taken(call.Arguments[^1]),
            "GetValues" or "GetNames" or "GetEnumValues" when type.FullName is "System.Enum" or "System.Type" => SequenceSize.Program,
            "GetServices" or "GetKeyedServices" when type.Is(LoopSymbols.Services) => SequenceSize.Program,
            "Empty" => SequenceSize.Program,
            "ReadFromJsonAsync" when type.Is(LoopSymbols.HttpRequestJson) => new(SizeKind.Sender),
            "ReceiveMessages" or "ReceiveMessagesAsync" or "ReceiveMessageAsync" => new(SizeKind.Batch),
            _ when type.Namespace.StartsWith("System.Reflection", StringComparison.Ordinal) || type.Is("System.Type") => SequenceSize.Program,
            _ when IsSettings(type) || type.Is(LoopSymbols.ConfigurationBinder) => new(SizeKind.Settings),
            _ when type.Namespace.StartsWith("Microsoft.AspNetCore.Http", StringComparison.Ordinal) && method.HasThis => new(SizeKind.Sender),
            _ => null,
        };
    }

    /// <summary>Values of which the least decides.</summary>
    public static IReadOnlyList<Value>? Smallest(Call call) =>
        call.Method.DeclaringType.FullName == "System.Math" && call.Method.Name is "Min" or "Clamp" ? call.Arguments : null;

    /// <summary>The sequence or number that a library call passes on, element by element or in part.</summary>
    public static Value? SourceOf(Call call)
    {
        var type = call.Method.DeclaringType;
        if (type.FullName == "System.Linq.Enumerable" && call.Method.Name is "Range" or "Repeat")
            return call.Arguments[1];
        if (type.FullName == "System.Math" || type.FullName is "System.String" or "System.Convert" or "System.Array" or "System.MemoryExtensions" or "System.Linq.Enumerable" or "System.Linq.AsyncEnumerable" or "System.Linq.ParallelEnumerable" or "System.Runtime.InteropServices.CollectionsMarshal")
            return call.Subject;
        return type.Namespace.StartsWith("System.Collections", StringComparison.Ordinal) || type.FullName is "System.Span`1" or "System.ReadOnlySpan`1" or "System.Memory`1" or "System.ReadOnlyMemory`1"
            ? call.Method.Name is "get_Item" or "Dequeue" or "Pop" or "GetValueOrDefault" or "get_Value" or "get_Current" ? null : call.Subject
            : null;
    }

    /// <summary>Whether objects of the type are settings.</summary>
    public static bool IsSettings(TypeRef? type) =>
        type is not null && (type.Is(LoopSymbols.Options) || type.Is(LoopSymbols.OptionsMonitor) || type.FullName.StartsWith(LoopSymbols.Configuration, StringComparison.Ordinal)
            || type.FullName is "Microsoft.Extensions.Options.IOptionsSnapshot`1");

    private static SequenceSize Taken(Value number) =>
        ValueWalk.Constant(number) is int and <= FewLimit ? SequenceSize.Program : new(SizeKind.Bound);

    private static bool IsSequence(TypeRef type) => type.Namespace.StartsWith("System.Collections", StringComparison.Ordinal);
}
