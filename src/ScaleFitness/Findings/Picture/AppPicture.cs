namespace ScaleFitness.Findings.Picture;

/// <summary>The composed app as a person can look at it: its container, endpoints and entities.</summary>
public sealed record AppPicture
{
    /// <summary>The app's own services, and what they need.</summary>
    public IReadOnlyList<PicturedService> Services { get; init; } = [];

    /// <summary>Who is made with what; both ends are among the services.</summary>
    public IReadOnlyList<PicturedDependency> Dependencies { get; init; } = [];

    /// <summary>The endpoints, in the order of their routes.</summary>
    public IReadOnlyList<PicturedEndpoint> Endpoints { get; init; } = [];

    /// <summary>The entities, by name.</summary>
    public IReadOnlyList<PicturedEntity> Entities { get; init; } = [];

    /// <summary>Whether there is anything to look at.</summary>
    public bool IsEmpty => Services.Count == 0 && Endpoints.Count == 0 && Entities.Count == 0;
}

/// <summary>A service of the container.</summary>
/// <param name="Id">What dependencies call it.</param>
/// <param name="Name">Its name, short.</param>
/// <param name="Lane">How long its objects live.</param>
public sealed record PicturedService(string Id, string Name, Lane Lane);

/// <summary>One object is made with another.</summary>
/// <param name="From">Who takes it.</param>
/// <param name="To">What is taken.</param>
/// <param name="How">By what way: constructor, factory …</param>
/// <param name="IsCaptive">Whether the taker lives longer than what it takes was meant to.</param>
public sealed record PicturedDependency(string From, string To, string How, bool IsCaptive);

/// <summary>How long objects live, the longest first.</summary>
public enum Lane
{
    /// <summary>As long as the process.</summary>
    Singleton,

    /// <summary>As long as a request.</summary>
    Scoped,

    /// <summary>As long as whoever asked for it.</summary>
    Transient,
}

/// <summary>An endpoint.</summary>
/// <param name="Verbs">Such as <c>GET</c>; empty for any.</param>
/// <param name="Route">The route, or a name where it has none.</param>
/// <param name="Handler">Who answers, or null where only a library knows.</param>
/// <param name="Limit">The rate limit in force, in words; null for none.</param>
/// <param name="Authorization">Who may call it, in words.</param>
/// <param name="Reached">Members that its requests run through, by documentation id, and single lines of those that hold several lambdas.</param>
public sealed record PicturedEndpoint(string Verbs, string Route, string? Handler, string? Limit, string Authorization, IReadOnlySet<string> Reached)
{
    /// <summary>How a single line of a member is written.</summary>
    /// <param name="member">Documentation id.</param>
    /// <param name="line">Line number, from one.</param>
    public static string Line(string member, int line) => $"{member}@{line}";

    /// <summary>Whether its requests run into a finding: through the statement it stands at, or on the path that is shown for it.</summary>
    public bool Reaches(Finding finding) => Passes(finding.Where) || finding.Path.Count > 0 && Passes(finding.Path[0]);

    private bool Passes(Place place) => Reached.Contains(place.Member) || place.Location is { } at && Reached.Contains(Line(place.Member, at.Line));
}

/// <summary>An entity.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Table">Its table, or null where none is known.</param>
/// <param name="Rows">Rows today, as the context says or by default.</param>
/// <param name="Indexes">Keys and indexes in words, such as <c>Email (unique)</c>.</param>
/// <param name="Unindexed">Columns that requests filter or sort by and no index begins with.</param>
public sealed record PicturedEntity(string Name, string? Table, long Rows, IReadOnlyList<string> Indexes, IReadOnlyList<string> Unindexed);
