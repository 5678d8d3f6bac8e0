using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Lifetimes;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Limits;

/// <summary>A limiter that code of the app's asks for a permit itself.</summary>
/// <param name="Asked">The call that asks.</param>
/// <param name="Made">Where the limiter is made, or null where that is not once per request.</param>
/// <param name="Key">What it counts callers by; null where that cannot be told.</param>
public sealed record OwnLimiter(Call Asked, Call? Made, Value? Key)
{
    /// <summary>Whether each request makes one for itself.</summary>
    public bool IsPerRequest => Made is not null;
}

/// <summary>Finds the limiters that code of the app's asks for a permit, and that do not count what they seem to.</summary>
internal sealed class OwnLimiters(CodeModel code, CallIndex index, Provenance provenance, Func<Call, Frequency> frequency)
{
    public IReadOnlyList<OwnLimiter> Find() =>
    [
        .. index.Calling(IsAsking, m => m.DeclaringType.Namespace == LimitSymbols.LimitersNamespace).SelectMany(f => code.BodyOf(f).Calls)
            .Where(c => c.Method.DeclaringType.Namespace == LimitSymbols.LimitersNamespace && IsAsking(c.Method.Name) && c.Receiver is not null)
            .Select(Read).Where(o => o.Made is not null || o.Key is not null),
    ];

    private static bool IsAsking(string name) => name is "AttemptAcquire" or "AcquireAsync";

    private OwnLimiter Read(Call asked)
    {
        if (asked.Method.DeclaringType.Name == "PartitionedRateLimiter`1")
            return new(asked, null, asked.Arguments.Count > 0 && asked.Arguments[0].Type?.FullName != LimitSymbols.Context ? asked.Arguments[0] : null);
        var origins = provenance.Of(asked.Receiver!);
        // A store of limiters: the key that one is kept under.
        var kept = ValueWalk.Origins(asked.Receiver!).Concat(origins).OfType<CallValue>().Select(v => v.Call).FirstOrDefault(c => c.Method.Name == "GetOrAdd" && c.Arguments.Count > 1);
        return new(asked, kept is null ? MadeEachTime(asked, origins) : null, kept?.Arguments[0]);
    }

    /// <summary>One that bounds what the request does itself is asked in a loop, or counts work under way.</summary>
    private Call? MadeEachTime(Call asked, IReadOnlyList<Value> origins) =>
        asked.Loop is null && origins is [NewValue { Call: var made }] && made.Method.DeclaringType.Namespace == LimitSymbols.LimitersNamespace
            && made.Method.DeclaringType.FullName != LimitSymbols.Concurrency && frequency(made) == Frequency.PerRequest
            ? made
            : null;
}
