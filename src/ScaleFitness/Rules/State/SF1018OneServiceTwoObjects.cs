using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Container;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Rules.State;

/// <summary>SF1018: two objects where callers count on one, or one object that ends with the first of its callers.</summary>
public sealed class SF1018OneServiceTwoObjects : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF1018",
        "one implementation, several lifetimes",
        Severity.Medium,
        "An implementation with state is registered for several services and made once for each, or a shorter-lived registration hands out a singleton and ends it.",
        "What callers of one interface tell the object, callers of the other ask in vain: there are two of them, in each process or in each request. A singleton that a scoped registration hands out is disposed of by the first request that ends, and fails all that come after it.",
        new(
            "Register the implementation once, and let its other services hand out that same object, with the same lifetime.",
            "services.AddSingleton<IOrders, OrderBook>(); services.AddSingleton<IQuotes, OrderBook>();",
            "services.AddSingleton<OrderBook>(); services.AddSingleton<IOrders>(sp => sp.GetRequiredService<OrderBook>()); services.AddSingleton<IQuotes>(sp => sp.GetRequiredService<OrderBook>());"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        if (app.Services.Registrations.Count == 0)
            return NotApplicable("no code of the app registers a service");
        var findings = app.Container.Split.Doubles.Where(s => IsSure(app, s.Registrations)).Select(s => OfSplit(app, s))
            .Concat(app.Container.Split.Ended.Where(e => IsSure(app, [e.Forward, e.Target])).Select(e => OfEnded(app, e)));
        return Examined(app.Services.Registrations.Count, findings);
    }

    private Finding OfSplit(AppModel app, SplitService split)
    {
        var first = split.Registrations[0];
        var names = string.Join(" and ", split.Registrations.Select(Named).Distinct());
        var each = split.Registrations.All(r => r.Lifetime == Lifetime.Singleton) ? "in the process" : split.Registrations.All(r => r.Lifetime == Lifetime.Scoped) ? "in each request" : "of different lifetimes";
        return Of(app, first, $"{split.Implementation.DisplayName} stands behind {names}, and each makes its own: there are {split.Registrations.Count} objects {each}, and {(split.State is { } field ? $"{field.SourceName} of one is not that of the other" : "what one tracks and saves the other does not know")}") with
        {
            Subject = split.Implementation.DisplayName,
            Related = [.. split.Registrations.Skip(1).Select(r => Registered.At(app, r, $"makes another for {Named(r)}")), .. split.State is { } state ? [Places.Of(app, state) with { Note = "what they do not share" }] : Array.Empty<Place>()],
        };
    }

    private Finding OfEnded(AppModel app, EarlyEnd end) =>
        Of(app, end.Forward, $"{end.Forward.Service.DisplayName} is {end.Forward.Lifetime.ToString().ToLowerInvariant()} and hands out the singleton {end.Target.Made.DisplayName}, which is disposable: the first request that ends disposes of it for all") with
        {
            Subject = end.Forward.Service.DisplayName,
            Related = [Registered.At(app, end.Target, "the singleton")],
        };

    private Finding Of(AppModel app, ServiceRegistration registration, string message) => new()
    {
        Rule = Info,
        Severity = Severity.Medium,
        Confidence = app.Services.IsComposed ? Confidence.High : Confidence.Medium,
        Message = message,
        Where = Registered.At(app, registration),
        Path = registration.Call is { } call ? Places.PathTo(app, call.Function, call.Position) : [],
    };

    private static string Named(ServiceRegistration registration) =>
        registration.Kind == RegistrationKind.HostedService ? "the hosted services" : registration.Service.DisplayName;

    /// <summary>Code alone is sure only of what runs under no condition.</summary>
    private static bool IsSure(AppModel app, IReadOnlyList<ServiceRegistration> registrations) =>
        app.Services.IsComposed || registrations.All(r => r.Call is { } call && !app.Guards.IsConditional(call) && !call.Method.Name.StartsWith("Try", StringComparison.Ordinal));
}
