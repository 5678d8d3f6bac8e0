using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Rules.State;

/// <summary>SF1005: a service of one request that an object of the process keeps.</summary>
public sealed class SF1005CaptiveDependency : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF1005",
        "captive dependency",
        Severity.High,
        "A singleton, a hosted service or middleware is made with a scoped service, directly or through others.",
        "What was meant for one request serves all of them until the process ends: one caller's user, tenant or unit of work is everybody's, two requests at once meet in an object that was never made for it, and nothing is ever disposed. In Development the container refuses; in Production it does not look.",
        new(
            "Register the singleton as scoped, or let it open a scope for each unit of work (IServiceScopeFactory) and take the service from there.",
            "public class Pricing(ICurrentUser user) : IPricing   // AddSingleton<IPricing, Pricing>()",
            "public class Pricing(IServiceScopeFactory scopes) : IPricing { … await using var scope = scopes.CreateAsyncScope(); var user = scope.ServiceProvider.GetRequiredService<ICurrentUser>(); }"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var contexts = new ContextHolders(app);
        var singletons = app.Services.Registrations.Where(r => r is { Lifetime: Lifetime.Singleton, Kind: RegistrationKind.Service or RegistrationKind.HostedService }).ToList();
        var middleware = app.EntryPoints.Where(e => e is { Kind: EntryPointKind.Middleware, Registration: not null, Type: not null } && app.LongLived.Registered(e.Type) is not null).ToList();
        if (singletons.Count + middleware.Count == 0)
            return NotApplicable("no code of the app registers a singleton");
        var captives = singletons.SelectMany(app.Container.Captives.Of).Concat(middleware.SelectMany(m => app.Container.Captives.Of(m.Type!, m.Registration!)))
            // What holds a context is SF1004's.
            .Where(c => c.Chain.All(d => contexts.Holds(d.Service) is null));
        return Examined(singletons.Count + middleware.Count, CaptiveGroup.Of(captives).Select(g => g.ByScoped ? OfScoped(app, g) : OfKeeper(app, g))) with
        {
            Undecided = [.. app.Container.Captives.Undecided().Select(Undecided).Distinct().Order(StringComparer.Ordinal)],
        };
    }

    private Finding OfKeeper(AppModel app, CaptiveGroup group)
    {
        var keeper = group.First.Keeper.DisplayName;
        var names = string.Join(", ", group.Captives.Select(c => c.Service.DisplayName).Order(StringComparer.Ordinal));
        var path = group.First.Chain.Count > 1 ? $" ({Steps(group.First)})" : "";
        return At(app, group.First, $"{keeper} lives as long as the process{(group.First.Registration is { } registration ? Registered.Origin(registration) : "")} and is made with {names}, which {(group.Captives.Count > 1 ? "are" : "is")} scoped{path}: all requests share what was meant for one") with
        {
            Subject = $"{keeper} > {names}",
            Related = [.. group.Captives.SelectMany(c => Chain(app, c)).Distinct()],
        };
    }

    private Finding OfScoped(AppModel app, CaptiveGroup group)
    {
        var scoped = group.First.Scoped!;
        var keepers = group.Captives.Select(c => c.Keeper.DisplayName).Order(StringComparer.Ordinal).ToList();
        return Registration(app, scoped, $"{group.First.Service.DisplayName} is scoped{Registered.Origin(scoped)}, and {keepers.Count} that live as long as the process are made with it: all requests share what was meant for one") with
        {
            // A keeper that comes later is a pair of its own, which nobody has accepted yet.
            Subject = $"{group.First.Service.DisplayName} < {string.Join(", ", keepers)}",
            Related = [.. group.Captives.Select(c => Of(app, c, $"lives as long as the process: {Steps(c)}")).Distinct()],
        };
    }

    private Finding At(AppModel app, Captive captive, string message) => captive.Registration is { } registration
        ? Registration(app, registration, message)
        : At(app, captive.Site!.Function, captive.Site.Position, Severity.High, message);

    private Finding Registration(AppModel app, ServiceRegistration registration, string message) => new()
    {
        Rule = Info,
        Severity = Severity.High,
        Confidence = Confidence.High,
        Message = message,
        Where = Registered.At(app, registration),
        Path = registration.Call is { } call ? Places.PathTo(app, call.Function, call.Position) : [],
    };

    private static Place Of(AppModel app, Captive captive, string note) =>
        captive.Registration is { } registration ? Registered.At(app, registration, note) : Places.Of(app, captive.Site!.Function, captive.Site.Position, note);

    private static string Undecided(ServiceRegistration registration) =>
        $"what {registration.Service.DisplayName} is made with: {(registration.HasOpaqueFactory ? "a library's factory makes it" : "its factory lets a library ask the container")}";

    private static string Steps(Captive captive) =>
        string.Join(" → ", captive.Chain.Select(d => d.Service.DisplayName).Prepend(captive.Keeper.DisplayName));

    /// <summary>The takers in order, and the registration of what is scoped.</summary>
    private static IEnumerable<Place> Chain(AppModel app, Captive captive)
    {
        foreach (var step in captive.Chain)
            if (step.Taker is { } taker)
                yield return Places.Of(app, taker, step.Position, $"takes {step.Service.DisplayName}");
        if (captive.Scoped is { } scoped)
            yield return Registered.At(app, scoped, $"{captive.Service.DisplayName} is scoped");
    }
}
