using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Tracing;

/// <summary>What a text, such as a path or a key, is put together from: concatenation, interpolation, formatting, <c>Path.Combine</c>.</summary>
public sealed class TextParts
{
    /// <summary>More values than this on the way are no information.</summary>
    private const int ValueLimit = 500;

    private readonly CodeModel _code;
    private readonly Provenance _provenance;

    internal TextParts(CodeModel code, Provenance provenance)
    {
        _code = code;
        _provenance = provenance;
    }

    /// <summary>The values that the text holds, each traced to where it comes from, and the texts on the way: all that any of them is may be asked.</summary>
    public IReadOnlyList<Value> Of(Value text)
    {
        var seen = new HashSet<Value>(ReferenceEqualityComparer.Instance);
        var result = new List<Value>();
        var pending = new Queue<Value>([text]);
        while (pending.TryDequeue(out var current) && result.Count < ValueLimit)
            foreach (var origin in ValueWalk.Origins(current).Concat(_provenance.Of(current)))
                if (seen.Add(origin))
                {
                    result.Add(origin);
                    foreach (var part in PartsOf(origin))
                        pending.Enqueue(part);
                }

        return result;
    }

    /// <summary>What one text was put together from; nothing where it was not.</summary>
    internal IEnumerable<Value> PartsOf(Value value) => value switch
    {
        CallValue { Call: var call } when IsPutTogether(call) => call.Method.Name == "ToStringAndClear" ? Interpolated(call) : call.Receiver is { } receiver ? [receiver, .. call.Arguments] : call.Arguments,
        NewValue { Call: { Method.DeclaringType.FullName: "System.IO.FileInfo" or "System.IO.DirectoryInfo" or "System.Uri" or "StackExchange.Redis.RedisKey" } made } => made.Arguments,
        ArrayValue array => array.Elements,
        AwaitValue await => [await.Task],
        ComputedValue computed => computed.Operands,
        _ => [],
    };

    private static bool IsPutTogether(Call call) => call.Method.DeclaringType.FullName switch
    {
        "System.String" => call.Method.Name is "Concat" or "Format" or "Join" or "Replace" or "Trim" or "TrimEnd" or "TrimStart" or "ToLower" or "ToUpper" or "ToLowerInvariant" or "ToUpperInvariant" or "Substring",
        "System.IO.Path" => call.Method.Name is "Combine" or "Join" or "GetFullPath" or "ChangeExtension" or "GetDirectoryName",
        "System.IO.FileSystemInfo" or "System.IO.FileInfo" or "System.IO.DirectoryInfo" => call.Method.Name is "get_FullName" or "ToString" or "get_Directory" or "get_DirectoryName" or "CreateSubdirectory",
        "System.IO.Directory" => call.Method.Name is "CreateDirectory",
        "StackExchange.Redis.RedisKey" or "StackExchange.Redis.RedisValue" => call.Method.Name is "op_Implicit",
        "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler" => call.Method.Name is "ToStringAndClear",
        "System.FormattableString" => true,
        _ => call.Method.Name == "ToString" && call.Receiver is not null,
    };

    /// <summary>The holes of an interpolated string: what was appended since its handler was made.</summary>
    private IEnumerable<Value> Interpolated(Call finished)
    {
        var parts = new List<Value>();
        foreach (var call in _code.BodyOf(finished.Function).Calls)
        {
            if (call.Order >= finished.Order)
                break;
            if (call.Method.DeclaringType.FullName != "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler")
                continue;
            if (call.Method.IsConstructor)
                parts.Clear();
            else if (call.Method.Name is "AppendFormatted" or "AppendLiteral" && call.Arguments.Count > 0)
                parts.Add(call.Arguments[0]);
        }

        return parts;
    }
}
