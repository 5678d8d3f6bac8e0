using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Tracing;

/// <summary>The library's ways to make one text of several.</summary>
internal static class TextCalls
{
    private const string InterpolationHandler = "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler";

    /// <summary>The pieces of what a call returns, or null where it makes no text that can be told.</summary>
    public static IReadOnlyList<TextPart>? PartsOf(Call call, FunctionBody body)
    {
        switch (call.Method.DeclaringType.FullName)
        {
            case "System.String" when call.Method.Name == "Concat":
                return Values(call.Arguments);
            case "System.String" when call.Method.Name == "Format":
                return Format(call.Method.Parameters[0].FullName == "System.IFormatProvider" ? [.. call.Arguments.Skip(1)] : call.Arguments);
            case "System.String" when call.Receiver is { } text && call.Method.Name is "Trim" or "TrimStart" or "TrimEnd" or "ToString" or "ReplaceLineEndings" or "Normalize":
                return [new(null, call.Receiver)];
            case "System.Runtime.CompilerServices.FormattableStringFactory" when call.Method.Name == "Create":
                return Format(call.Arguments);
            case "System.FormattableString" when call.Method.Name == "Invariant":
                return Values(call.Arguments);
            case InterpolationHandler when call.Method.Name is "ToStringAndClear" or "ToString" && call.Receiver is { } handler:
                return Handler(handler, body);
            // The compiler calls an override by the name of the base that first declared it.
            case "System.Text.StringBuilder" or "System.Object" when call.Method.Name == "ToString" && call.Method.Parameters.IsEmpty && call.Receiver is { } builder:
                return TextBuilder.PartsOf(builder, call, body);
            default:
                return null;
        }
    }

    /// <summary>The values that are in what a call returns, whatever it makes of them: pieces, and what it cuts, joins or names anew.</summary>
    public static IEnumerable<Value> SourcesOf(Call call, FunctionBody body) =>
        call.Method.DeclaringType.FullName == InterpolationHandler ? PartsOf(call, body)?.Select(p => p.Value).OfType<Value>() ?? []
        : !IsMadeOfTexts(call) ? []
        : call.Receiver is { } receiver ? [receiver, .. call.Arguments] : call.Arguments;

    /// <summary>Whether the constructor's object is only another form of the text that it is given.</summary>
    public static bool IsWrapper(MethodRef constructor) => constructor.DeclaringType.FullName is "System.IO.FileInfo" or "System.IO.DirectoryInfo" or "System.Uri" or "StackExchange.Redis.RedisKey";

    private static bool IsMadeOfTexts(Call call) => call.Method.DeclaringType.FullName switch
    {
        "System.String" => call.Method.Name is "Concat" or "Format" or "Join" or "Replace" or "Trim" or "TrimEnd" or "TrimStart" or "ToLower" or "ToUpper" or "ToLowerInvariant" or "ToUpperInvariant" or "Substring",
        "System.IO.Path" => call.Method.Name is "Combine" or "Join" or "GetFullPath" or "ChangeExtension" or "GetDirectoryName",
        "System.IO.FileSystemInfo" or "System.IO.FileInfo" or "System.IO.DirectoryInfo" => call.Method.Name is "get_FullName" or "ToString" or "get_Directory" or "get_DirectoryName" or "CreateSubdirectory",
        "System.IO.Directory" => call.Method.Name is "CreateDirectory",
        "StackExchange.Redis.RedisKey" or "StackExchange.Redis.RedisValue" => call.Method.Name is "op_Implicit",
        "System.FormattableString" => true,
        _ => call.Method.Name == "ToString" && call.Receiver is not null,
    };

    /// <summary>Arguments one by one; an array's elements where they are given as one.</summary>
    private static IReadOnlyList<TextPart>? Values(IReadOnlyList<Value> arguments)
    {
        if (arguments is [var only] && only.Type is { Kind: TypeKind.Array } or { FullName: "System.ReadOnlySpan`1" } && arguments is [{ } array])
            return ValueWalk.Origins(array) is [ArrayValue made] ? [.. made.Elements.Select(e => new TextPart(null, e))] : null;
        return [.. arguments.Select(a => new TextPart(null, a))];
    }

    /// <summary>A composite format and its arguments.</summary>
    internal static IReadOnlyList<TextPart>? Format(IReadOnlyList<Value> arguments)
    {
        if (arguments.Count == 0 || ValueWalk.Constant(arguments[0]) is not string format)
            return null;
        IReadOnlyList<Value> values = arguments is [_, var many] && ValueWalk.Origins(many) is [ArrayValue array] ? array.Elements : [.. arguments.Skip(1)];
        var parts = new List<TextPart>();
        var literal = new System.Text.StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] is '{' or '}' && i + 1 < format.Length && format[i + 1] == format[i])
            {
                literal.Append(format[i++]);
            }
            else if (format[i] == '{' && format.IndexOf('}', i) is var close && close > 0)
            {
                parts.Add(new(literal.ToString(), null));
                literal.Clear();
                var digits = new string([.. format[(i + 1)..close].TakeWhile(char.IsAsciiDigit)]);
                if (!int.TryParse(digits, out var index) || index >= values.Count)
                    return null;
                parts.Add(new(null, values[index]));
                i = close;
            }
            else
            {
                literal.Append(format[i]);
            }
        }

        parts.Add(new(literal.ToString(), null));
        return parts;
    }

    /// <summary>What was appended to an interpolation's handler, in order.</summary>
    internal static IReadOnlyList<TextPart>? Handler(Value handler, FunctionBody body) =>
        ValueWalk.Origins(handler) is [NewValue made]
            ? [.. body.Calls.Where(c => c.Method.Name is "AppendLiteral" or "AppendFormatted" && c.Arguments.Count > 0 && c.Receiver is { } receiver && ValueWalk.Origins(receiver).Contains(made)).OrderBy(c => c.Order).Select(c => new TextPart(null, c.Arguments[0]))]
            : null;
}
