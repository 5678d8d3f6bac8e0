using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Limits;

/// <summary>Reads out of code what a partition's key is made of. What is looked up by a key is not that key: an unknown one finds nothing.</summary>
internal sealed class CallerKeys(Provenance provenance, Texts texts)
{
    private const int ValueLimit = 300;

    public CallerKey Of(Value key)
    {
        var by = new List<CallerFact>();
        var (isPerRequest, isOpaque) = (false, false);
        var seen = new HashSet<Value>(ReferenceEqualityComparer.Instance);
        var pending = new Queue<Value>([key]);
        while (pending.TryDequeue(out var current))
            foreach (var origin in provenance.Of(current))
            {
                if (!seen.Add(origin))
                    continue;
                if (seen.Count > ValueLimit)
                    return new(by, isPerRequest, true);
                if (CallOf(origin) is { } call && RequestFacts.Of(call) is { } fact)
                    by.Add(fact);
                else if (CallOf(origin) is { } other && RequestFacts.IsPerRequest(other.Method))
                    isPerRequest = true;
                else if (Parts(origin) is { } parts)
                    foreach (var part in parts)
                        pending.Enqueue(part);
                else
                    isOpaque = true;
            }

        return new([.. by.Distinct()], isPerRequest, isOpaque);
    }

    private static Call? CallOf(Value value) => value switch { CallValue { Call: var call } => call, OutValue { Call: var call } => call, _ => null };

    /// <summary>What a value is made of; null where that cannot be told.</summary>
    private IEnumerable<Value>? Parts(Value value)
    {
        if (value is ConstantValue || CallOf(value) is { } neutral && RequestFacts.IsNeutral(neutral.Method))
            return [];
        if (value is OutValue { Call: { Method.Name: "TryParse", Arguments: [var text, ..] } })
            return [text];
        if (value is NewValue { Call: var made } && made.Arguments.Count > 0 && made.Method.DeclaringType.Name.StartsWith("ValueTuple", StringComparison.Ordinal))
            return made.Arguments;
        if (texts.PartsOf(value).ToList() is [_, ..] parts)
            return parts;
        if (value is not CallValue { Call: var call })
            return null;
        if (call.Method.Name is "op_Equality" or "op_Inequality" or "Equals")
            return call.Receiver is { } receiver ? [receiver, .. call.Arguments] : call.Arguments;
        return call.Method.Name is "ToString" or "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" or "Last" or "LastOrDefault" or "op_Implicit" or "op_Explicit" or "Parse" or "Split" or "get_Item" or "ToLowerInvariant" or "MapToIPv4" or "MapToIPv6" or "get_Value" or "GetValueOrDefault" or "IsNullOrEmpty" or "IsNullOrWhiteSpace"
            && call.Subject is { } subject && IsText(call)
            ? [subject]
            : null;
    }

    private static bool IsText(Call call) =>
        call.Method.DeclaringType.Namespace is "System" or "System.Linq" or "System.Net" or "System.Security.Claims" or "Microsoft.Extensions.Primitives" or "Microsoft.AspNetCore.Http";
}
