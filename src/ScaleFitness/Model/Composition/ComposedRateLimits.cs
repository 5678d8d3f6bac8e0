namespace ScaleFitness.Model.Composition;

/// <summary>What the app's rate limiter is set up to do.</summary>
public sealed record ComposedRateLimits
{
    /// <summary>Names of the policies that endpoints may ask for.</summary>
    public IReadOnlyList<string> Policies { get; init; } = [];

    /// <summary>Its limiters, the named policies first, then those of the global one.</summary>
    public IReadOnlyList<ComposedLimiter> Limiters { get; init; } = [];

    /// <summary>Whether a global limiter stands before all endpoints.</summary>
    public bool IsGlobal { get; init; }

    /// <summary>The status that refused callers get.</summary>
    public int RejectionStatus { get; init; }

    /// <summary>What runs where a caller is refused, or null.</summary>
    public HostMethod? OnRejected { get; init; }
}

/// <summary>One limiter: a policy, a part of the global limiter, or a policy that an endpoint carries itself.</summary>
public sealed record ComposedLimiter
{
    /// <summary>The policy's name; null for one that has none.</summary>
    public string? Policy { get; init; }

    /// <summary>Whether it stands before all endpoints.</summary>
    public bool IsGlobal { get; init; }

    /// <summary>The app's function that says which partition a caller belongs to; null where a library's does.</summary>
    public HostMethod? Partitioner { get; init; }

    /// <summary>How callers of each kind are counted, as the limiter itself answered.</summary>
    public IReadOnlyList<ComposedPartition> Partitions { get; init; } = [];

    /// <summary>Why it could not be asked, or null.</summary>
    public string? Undecided { get; init; }
}

/// <summary>How a limiter counts callers of one kind.</summary>
public sealed record ComposedPartition
{
    /// <summary>Whether the caller had signed in.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Whether the request carried every header, cookie and query parameter that was asked for; else none.</summary>
    public bool IsFull { get; init; }

    /// <summary>What counts; the framework's own type for one that lets everybody through.</summary>
    public HostType? Limiter { get; init; }

    /// <summary>How many may pass at first, or null where that cannot be told.</summary>
    public long? Permits { get; init; }

    /// <summary>Seconds after which permits come back, or null where none do by the clock.</summary>
    public double? PeriodSeconds { get; init; }

    /// <summary>What the partition depends on: a caller that differs in it is counted apart.</summary>
    public IReadOnlyList<CallerFact> By { get; init; } = [];

    /// <summary>What was asked of the caller, whether the partition depends on it or not.</summary>
    public IReadOnlyList<CallerFact> Asked { get; init; } = [];

    /// <summary>Whether the same caller got another partition the second time.</summary>
    public bool IsPerRequest { get; init; }

    /// <summary>Why such a caller could not be asked about, or null.</summary>
    public string? Undecided { get; init; }
}
