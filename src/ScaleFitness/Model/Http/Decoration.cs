namespace ScaleFitness.Model.Http;

/// <summary>How a client is armed against a slow or failing neighbour.</summary>
[Flags]
public enum Decoration
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>It gives up after a time.</summary>
    TimeOut = 1,

    /// <summary>A retry, hedging, limit or fallback: it lives with a failure, and tries on with the next request.</summary>
    Retry = 2,

    /// <summary>It stops sending to who is down.</summary>
    Breaker = 4,

    /// <summary>All of it; also what cannot be looked into, and may be any.</summary>
    Whole = TimeOut | Retry | Breaker,
}

/// <summary>Puts decorations together.</summary>
public static class Decorations
{
    /// <summary>More than a time-out.</summary>
    public const Decoration Resilience = Decoration.Retry | Decoration.Breaker;

    /// <summary>Whether there is any of that: a time-out alone is no resilience.</summary>
    public static bool IsResilient(this Decoration decoration) => (decoration & Resilience) != 0;

    /// <summary>Whether it gives up after a time.</summary>
    public static bool TimesOut(this Decoration decoration) => (decoration & Decoration.TimeOut) != 0;

    /// <summary>What all of several do together, one around the other; what stands for none at all where there is none.</summary>
    internal static Decoration Together(this IEnumerable<Decoration> several, Decoration none = Decoration.None)
    {
        var all = several.ToList();
        return all.Count == 0 ? none : all.Aggregate((a, b) => a | b);
    }
}
