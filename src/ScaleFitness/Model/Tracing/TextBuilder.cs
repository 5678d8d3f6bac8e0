using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Tracing;

/// <summary>Reads what a <c>StringBuilder</c> was given in the function that makes it. Conditions around an append are taken to hold.</summary>
internal static class TextBuilder
{
    private const string Type = "System.Text.StringBuilder";

    /// <summary>What was appended before the text was taken, or null where something else was done with the builder.</summary>
    public static IReadOnlyList<TextPart>? PartsOf(Value builder, Call taken, FunctionBody body)
    {
        if (Root(builder) is not { } root)
            return null;
        var parts = new List<TextPart>();
        if (root.Call is { Method.Parameters: [{ FullName: "System.String" }, ..], Arguments: [var initial, ..] })
            parts.Add(new(null, initial));
        foreach (var call in body.Calls.Where(c => c.Order < taken.Order).OrderBy(c => c.Order))
            if (call.Receiver is { } receiver && call.Method.DeclaringType.FullName == Type && Root(receiver) == root)
            {
                if (Appended(call, body) is not { } appended)
                    return null;
                parts.AddRange(appended);
            }
            else if (call.Arguments.Any(a => Root(a) == root) && !call.Method.DeclaringType.FullName.StartsWith(Type, StringComparison.Ordinal))
            {
                return null;
            }

        return parts;
    }

    private static IReadOnlyList<TextPart>? Appended(Call call, FunctionBody body) => call.Method.Name switch
    {
        "Append" when call.Arguments is [var handler] && handler.Type is { } type && type.Name.Contains("InterpolatedStringHandler", StringComparison.Ordinal) => TextCalls.Handler(handler, body),
        "Append" when call.Arguments.Count == 1 => [new(null, call.Arguments[0])],
        "AppendLine" when call.Arguments is [var handler] && handler.Type is { } type && type.Name.Contains("InterpolatedStringHandler", StringComparison.Ordinal) => Line(TextCalls.Handler(handler, body)),
        "AppendLine" when call.Arguments.Count <= 1 => Line([.. call.Arguments.Select(a => new TextPart(null, a))]),
        "AppendFormat" => TextCalls.Format(call.Arguments),
        "get_Length" or "EnsureCapacity" or "get_Capacity" => [],
        _ => null,
    };

    private static IReadOnlyList<TextPart>? Line(IReadOnlyList<TextPart>? parts) => parts is null ? null : [.. parts, new("\n", null)];

    /// <summary>The construction at the start of a chain of appends.</summary>
    private static NewValue? Root(Value value)
    {
        for (var steps = 0; steps < 256; steps++)
            switch (ValueWalk.Origins(value))
            {
                case [NewValue made] when made.Type?.FullName == Type:
                    return made;
                case [CallValue { Call: { Receiver: { } receiver } call }] when call.Method.DeclaringType.FullName == Type:
                    value = receiver;
                    break;
                default:
                    return null;
            }

        return null;
    }
}
