using ScaleFitness.Model.Composition;

namespace ScaleFitness.Model.Limits;

/// <summary>Facts of callers in words for people.</summary>
public static class FactWords
{
    /// <summary>One of them: <c>the header X-Tenant</c>.</summary>
    public static string Of(CallerFact fact) => fact.Kind switch
    {
        CallerFactKind.Claim => Named("the claim", fact.Name[(fact.Name.LastIndexOf('/') + 1)..]),
        CallerFactKind.Address => "the remote address",
        CallerFactKind.Route => "the route",
        CallerFactKind.Host => "the host's name",
        CallerFactKind.Header => Named("the header", fact.Name),
        CallerFactKind.Query => Named("the query's", fact.Name),
        CallerFactKind.Cookie => Named("the cookie", fact.Name),
        CallerFactKind.Form => Named("the form's", fact.Name),
        CallerFactKind.Body => "the request's body",
        CallerFactKind.Connection => "the connection",
        _ => fact.Name,
    };

    /// <summary>Several.</summary>
    public static string Of(IEnumerable<CallerFact> facts) => string.Join(" and ", facts.Select(Of));

    private static string Named(string kind, string name) => name.Length == 0 ? kind : $"{kind} {name}";
}
