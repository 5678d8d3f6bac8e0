namespace ScaleFitness.Model.Lifetimes;

/// <summary>Why objects of a type live as long as the process.</summary>
/// <param name="Kind">What keeps them.</param>
/// <param name="Why">The reason, as in "it is a singleton: all requests share it".</param>
public sealed record LongLife(LongLifeKind Kind, string Why);

/// <summary>What keeps an object for as long as the process runs.</summary>
public enum LongLifeKind
{
    /// <summary>The container, as a singleton.</summary>
    Singleton,

    /// <summary>The host.</summary>
    HostedService,

    /// <summary>The pipeline.</summary>
    Middleware,

    /// <summary>A static field.</summary>
    Static,

    /// <summary>A field of another object that lives so long, and nothing else.</summary>
    Held,
}
