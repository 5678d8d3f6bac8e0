namespace ScaleFitness.Model.Composition;

/// <summary>Something by which callers can be told apart.</summary>
/// <param name="Kind">Where it is taken from.</param>
/// <param name="Name">The claim's, header's or parameter's name; empty where there is only one.</param>
public sealed record CallerFact(CallerFactKind Kind, string Name);

/// <summary>Where a limiter takes what it tells callers apart by.</summary>
public enum CallerFactKind
{
    /// <summary>A claim of a caller who has signed in, the name included.</summary>
    Claim,

    /// <summary>The address of the other end of the connection.</summary>
    Address,

    /// <summary>A part of the route.</summary>
    Route,

    /// <summary>The host's name in the request.</summary>
    Host,

    /// <summary>A header.</summary>
    Header,

    /// <summary>A parameter of the query.</summary>
    Query,

    /// <summary>A cookie.</summary>
    Cookie,

    /// <summary>A field of a form.</summary>
    Form,

    /// <summary>The request's body.</summary>
    Body,

    /// <summary>The connection itself.</summary>
    Connection,

    /// <summary>Something that other code left with the request, or a service: what it holds when a request is served cannot be told.</summary>
    Other,
}
