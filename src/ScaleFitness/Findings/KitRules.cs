namespace ScaleFitness.Findings;

/// <summary>The rules about the kit itself: its input, and what it could and could not look at.</summary>
public static class KitRules
{
    /// <summary>SF0001: an exception was accepted without a reason, or is past its date.</summary>
    public static RuleInfo UnreasonedException { get; } = new(
        "SF0001",
        "exception without a reason",
        Severity.Medium,
        "An accepted exception has no reason, or is past its date.",
        "An exception nobody can explain is kept for ever: the defect it hides grows with the app.",
        new(
            "Say why the finding may stay, or mend it; give the exception a new date if the reason still holds.",
            """{ "rule": "SF1001", "at": "F:Shop.PriceCache._prices", "because": "" }""",
            """{ "rule": "SF1001", "at": "F:Shop.PriceCache._prices", "because": "filled once at start-up, read-only after" }"""));

    /// <summary>SF0002: an accepted exception no longer occurs, and this run may not write.</summary>
    public static RuleInfo StaleException { get; } = new(
        "SF0002",
        "exception that no longer occurs",
        Severity.Low,
        "An accepted exception matches no finding any more.",
        "A stale exception lets the same defect come back unseen.",
        new(
            "Run the tests on a developer's machine, which removes the entry, and commit the file; remove an attribute by hand.",
            """{ "accepted": [ { "rule": "SF1001", "at": "F:Shop.Gone", "because": "…" } ] }""",
            """{ "accepted": [] }"""));

    /// <summary>SF0003: the app's host could not be composed.</summary>
    public static RuleInfo AppNotComposed { get; } = new(
        "SF0003",
        "app could not be composed",
        Severity.Medium,
        "The app's own host threw while it was composed, so that services, endpoints and settings were read from code alone.",
        "What only the composed host shows (registrations by convention, options, middleware order) is not checked.",
        new(
            "Give the host the settings it needs under composition.settings in scalefitness.json; nothing connects to what they name.",
            """{ "composition": { } }""",
            """{ "composition": { "settings": { "ConnectionStrings:Shop": "Host=unused" } } }"""));

    /// <summary>SF0004: there was nothing to analyse.</summary>
    public static RuleInfo NothingToAnalyse { get; } = new(
        "SF0004",
        "nothing to analyse",
        Severity.Blocker,
        "No assembly of the app was found, or one that should be there could not be read.",
        "A check that looks at nothing is green whatever the app does.",
        new(
            "Reference the app's projects from the test project and use each of them, or name the assemblies.",
            """<ItemGroup></ItemGroup>""",
            """<ItemGroup><ProjectReference Include="../Shop/Shop.csproj" /></ItemGroup>"""));

    /// <summary>SF0005: part of the app could not be analysed.</summary>
    public static RuleInfo PartNotAnalysed { get; } = new(
        "SF0005",
        "part of the app could not be analysed",
        Severity.Medium,
        "The engine gave up on methods or settings of the app, so that defects in them are not seen.",
        "A defect in a method that was not looked at bites all the same.",
        new(
            "Split the method that is named, or accept the gap with a reason; please report the method's shape as a bug.",
            "one method with thousands of branches",
            "several methods, each with one purpose"));

    /// <summary>SF0006: no scale was declared.</summary>
    public static RuleInfo NoScaleDeclared { get; } = new(
        "SF0006",
        "no scale declared",
        Severity.Low,
        "scalefitness.json declares no context, so that projections rest on defaults.",
        "Whether a defect bites at two instances or at two hundred depends on numbers that only the team knows.",
        new(
            "Say how many instances, requests, tenants and rows you plan for.",
            """{ }""",
            """{ "context": { "instances": 4, "requestsPerSecond": 100, "growth": 10, "tenants": 500, "rows": { "*": 10000 } } }"""));

    /// <summary>All of them, in the order of their ids.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } =
        [UnreasonedException, StaleException, AppNotComposed, NothingToAnalyse, PartNotAnalysed, NoScaleDeclared];

    /// <summary>
    /// Whether findings of the rule may be accepted as exceptions. An exception about an exception, or one that makes
    /// a check of nothing green, would undo what the rule is for.
    /// </summary>
    public static bool MayBeAccepted(string rule) =>
        rule != UnreasonedException.Id && rule != StaleException.Id && rule != NothingToAnalyse.Id;
}
