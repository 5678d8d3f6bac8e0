using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Sharing;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Limits;

/// <summary>Finds the calls by which code sets the rate limiter up.</summary>
internal sealed class PolicyRegistrations(CodeModel code, SetupCalls setup, Provenance provenance)
{
    private static readonly Dictionary<string, string> Unpartitioned = new(StringComparer.Ordinal)
    {
        ["AddFixedWindowLimiter"] = "FixedWindow",
        ["AddSlidingWindowLimiter"] = "SlidingWindow",
        ["AddTokenBucketLimiter"] = "TokenBucket",
        ["AddConcurrencyLimiter"] = "Concurrency",
    };

    public IReadOnlyList<PolicyRegistration> Find() =>
    [
        .. setup.Find(Unpartitioned.ContainsKey, m => m.Is(LimitSymbols.OptionsExtensions)).Select(c => new PolicyRegistration(c, NameOf(c.Arguments[1]), false, Unpartitioned[c.Method.Name], [])),
        .. setup.Find(n => n == "AddPolicy", m => m.Is(LimitSymbols.Options)).Select(c => new PolicyRegistration(c, NameOf(c.Arguments[0]), false, null, [.. OfPolicy(c)])),
        .. setup.Find(n => n == "set_GlobalLimiter", m => m.Is(LimitSymbols.Options)).SelectMany(Global),
    ];

    /// <summary>The text that a policy's name is, or null.</summary>
    public string? NameOf(Value name) => provenance.Constants<string>(name) is [var only] ? only : null;

    /// <summary>The function of a class of policies that says which partition a caller belongs to.</summary>
    public IEnumerable<SourceFunction> OfClass(TypeRef? type) =>
        code.Program.Find(type) is { IsExternal: false } policy ? policy.Methods.Where(m => m.Name == "GetPartition").Select(code.Folded.FunctionOf).OfType<SourceFunction>() : [];

    private IEnumerable<SourceFunction> OfPolicy(Call call) =>
        call.Method.TypeArguments is [_, var type]
            ? OfClass(type)
            : call.Arguments.Skip(1).SelectMany(a => Functions(a).Concat(provenance.Of(a).SelectMany(v => OfClass(v.Type))));

    private IEnumerable<SourceFunction> Functions(Value value) => provenance.Of(value).SelectMany(Dispatch.FunctionsOf).Distinct();

    /// <summary>Each part of a chain is a limiter of its own.</summary>
    private IEnumerable<PolicyRegistration> Global(Call set)
    {
        var parts = new List<Call>();
        var isKnown = Collect(set.Arguments[0], parts);
        foreach (var made in parts)
            yield return new(made, null, true, null, [.. Functions(made.Arguments[0])]);
        if (!isKnown)
            yield return new(set, null, true, null, []);
    }

    private bool Collect(Value limiter, List<Call> parts)
    {
        var isKnown = true;
        foreach (var origin in provenance.Of(limiter))
            if (origin is CallValue { Call: { Method.Name: "Create" } create } && create.Method.Is(LimitSymbols.Partitioned))
                parts.Add(create);
            else if (origin is CallValue { Call: { Method.Name: "CreateChained", Arguments: [var chain, ..] } call } && call.Method.Is(LimitSymbols.Partitioned))
                isKnown &= provenance.Of(chain).OfType<ArrayValue>().SelectMany(a => a.Elements).ToList() is [_, ..] elements && elements.All(e => Collect(e, parts));
            else if (origin is not ConstantValue)
                isKnown = false;
        return isKnown;
    }
}
