using System.Runtime.CompilerServices;
using System.Text;
using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.SharedCache;

/// <summary>Reads keys: through interpolation and concatenation, conversions, and the app's own methods that make them.</summary>
internal sealed class SharedKeys(CodeModel code, Dispatch dispatch, CallSites sites)
{
    private const int Depth = 8;

    /// <summary>The key that a value is.</summary>
    /// <param name="value">The value.</param>
    /// <param name="argument">What an argument of the function is for its caller, or null.</param>
    public SharedKey Of(Value value, Func<ArgumentValue, Value?>? argument = null)
    {
        var text = new StringBuilder();
        var kinds = new Kinds();
        Append(value, argument ?? (_ => null), text, kinds, Depth);
        return new(text.ToString(), !kinds.HasUnknown && !kinds.HasTime, kinds is { HasTime: true, HasUnknown: false });
    }

    private void Append(Value value, Func<ArgumentValue, Value?> argument, StringBuilder text, Kinds kinds, int depth)
    {
        var origins = ValueWalk.Origins(value);
        if (depth == 0 || origins is not [var origin])
        {
            Unknown(value, text, kinds);
            return;
        }

        switch (origin)
        {
            case ConstantValue { Constant: var constant }:
                text.Append(constant);
                break;
            case ArgumentValue { IsThis: false } own when argument(own) is { } passed:
                Append(passed, _ => null, text, kinds, depth - 1);
                break;
            case FieldValue { Definition: { IsStatic: true } field } when sites.WritesTo(field) is [{ Value: var written }] && ValueWalk.Constant(written) is string constant:
                text.Append(constant);
                break;
            case CallValue { Call: var call }:
                AppendCall(call, argument, text, kinds, depth);
                break;
            default:
                Unknown(origin, text, kinds);
                break;
        }
    }

    private void AppendCall(Call call, Func<ArgumentValue, Value?> argument, StringBuilder text, Kinds kinds, int depth)
    {
        var method = call.Method;
        if (TextCalls.PartsOf(call, code.BodyOf(call.Function)) is { } parts)
            foreach (var part in parts)
                if (part.Value is { } piece)
                    Append(piece, argument, text, kinds, depth - 1);
                else
                    text.Append(part.Literal);
        else if (method.Name is "op_Implicit" or "op_Explicit" && call.Arguments is [var converted])
            Append(converted, argument, text, kinds, depth - 1);
        else if (method.Name == "ToString" && call.Receiver is { } shown && call.Arguments.Count == 0)
            Append(shown, argument, text, kinds, depth - 1);
        else if (IsTime(call))
        {
            kinds.HasTime = true;
            text.Append("‹time›");
        }
        else if (dispatch.Targets(call) is [var maker] && code.BodyOf(maker).Returns is [var made])
            Append(made, a => a.Function == maker && a.Position >= 0 && a.Position < call.Arguments.Count ? Resolved(call.Arguments[a.Position], argument) : null, text, kinds, depth - 1);
        else
            Unknown(call.Result, text, kinds);
    }

    private static Value Resolved(Value value, Func<ArgumentValue, Value?> argument) =>
        ValueWalk.Origins(value) is [ArgumentValue { IsThis: false } own] && argument(own) is { } passed ? passed : value;

    private static bool IsTime(Call call) =>
        call.Method.Name is "get_UtcNow" or "get_Now" or "get_Today" or "GetUtcNow" or "GetLocalNow"
        || call.Subject is { } subject && call.Method.DeclaringType.FullName is "System.DateTime" or "System.DateTimeOffset" or "System.DateOnly" or "System.TimeOnly"
            && ValueWalk.Origins(call.Subject!) is [CallValue { Call: var inner }] && IsTime(inner);

    /// <summary>One part that is not known is the same as another where they are the same value.</summary>
    private static void Unknown(Value value, StringBuilder text, Kinds kinds)
    {
        kinds.HasUnknown = true;
        text.Append('‹').Append(value switch
        {
            ArgumentValue argument => $"{argument.Function.Owner.DisplayName}#{argument.Position}",
            FieldValue { Receiver: null or ArgumentValue { IsThis: true } } field => field.Field.ToString(),
            CallValue { Call: { Method.Parameters.Length: 0, Receiver: { } receiver } getter } when ValueWalk.Origins(receiver) is [ArgumentValue or FieldValue or ConstantValue] => $"{Name(receiver)}.{getter.Method.Name}",
            _ => RuntimeHelpers.GetHashCode(value).ToString(System.Globalization.CultureInfo.InvariantCulture),
        }).Append('›');
    }

    private static string Name(Value receiver)
    {
        var text = new StringBuilder();
        Unknown(ValueWalk.Origins(receiver)[0], text, new());
        return text.ToString().Trim('‹', '›');
    }

    private sealed class Kinds
    {
        public bool HasUnknown { get; set; }

        public bool HasTime { get; set; }
    }
}
