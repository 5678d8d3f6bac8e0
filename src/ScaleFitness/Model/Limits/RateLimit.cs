using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Routing;

namespace ScaleFitness.Model.Limits;

/// <summary>One limiter of the app: how it counts, by its own answer where the app was composed, else by its code.</summary>
public sealed record RateLimit
{
    /// <summary>How people name it: <c>policy "orders"</c>, <c>the global limiter</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The policy's name; null for one that has none.</summary>
    public string? Policy { get; init; }

    /// <summary>Whether it stands before all endpoints.</summary>
    public bool IsGlobal { get; init; }

    /// <summary>The call that adds it, or null where no code of the app does.</summary>
    public Call? Registration { get; init; }

    /// <summary>The limiter that the call adds for all callers together, such as <c>FixedWindow</c>; null where it has partitions.</summary>
    public string? Unpartitioned { get; init; }

    /// <summary>The app's function that tells callers apart, or null.</summary>
    public SourceFunction? Partitioner { get; init; }

    /// <summary>Where that function says which partition a caller belongs to, in source order.</summary>
    public IReadOnlyList<PartitionCall> Partitions { get; init; } = [];

    /// <summary>What it answered, of callers that matter; empty where only code is known.</summary>
    public IReadOnlyList<ComposedPartition> Answers { get; init; } = [];

    /// <summary>Whether the limiter was asked.</summary>
    public bool IsAsked { get; init; }

    /// <summary>The endpoints that it limits; null where that is not known.</summary>
    public IReadOnlyList<Endpoint>? Endpoints { get; init; }

    /// <summary>Whether all callers are counted together; null where that cannot be told.</summary>
    public bool? IsShared => Unpartitioned is not null ? true
        : IsAsked ? Shared(Answers)
        : Partitions.Count == 0 ? null
        : Partitions.Any(p => p.Key.By.Count > 0 || p.Key.IsPerRequest) ? false
        : Partitions.All(p => p.Key.IsShared && !p.LetsThrough) ? true : null;

    /// <summary>Whether what it limits is work under way, not work by the clock: an instance's own capacity.</summary>
    public bool IsConcurrency => Unpartitioned == "Concurrency"
        || (Answers.Count > 0 ? Answers.All(a => a.Limiter?.FullName == LimitSymbols.Concurrency) : Partitions.Count > 0 && Partitions.All(p => p.Call.Method.Name == "GetConcurrencyLimiter"));

    // What the code holds must agree: a service that was asked for, or a variable of the flow, may tell callers apart at run time.
    private bool? Shared(IReadOnlyList<ComposedPartition> answers) =>
        answers.Any(a => a.By.Count > 0 || a.IsPerRequest) ? false
        : answers.Count > 0 && answers.All(a => a.Undecided is null && a.Asked.All(f => f.Kind == CallerFactKind.Claim) && !Lets(a))
            && (Partitioner is null || Partitions.Count > 0 && Partitions.All(p => !p.Key.IsOpaque)) ? true
        : null;

    /// <summary>Whether nothing counts a caller.</summary>
    internal static bool Lets(ComposedPartition answer) => answer.Limiter is { Namespace: LimitSymbols.LimitersNamespace, Name: "NoopLimiter" };
}
