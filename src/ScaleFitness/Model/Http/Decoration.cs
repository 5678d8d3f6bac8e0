namespace ScaleFitness.Model.Http;

/// <summary>How a client is armed against a slow or failing neighbour; stronger is greater.</summary>
public enum Decoration
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>It gives up after a time, and tries on with the next request.</summary>
    TimeOut,

    /// <summary>A retry, circuit breaker, hedging or another resilience strategy.</summary>
    Resilience,
}
