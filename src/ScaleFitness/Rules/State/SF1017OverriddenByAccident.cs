using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Rules.State;

/// <summary>SF1017: two registrations of one service, of which one never answers.</summary>
public sealed class SF1017OverriddenByAccident : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF1017",
        "registration overridden by another",
        Severity.Low,
        "The app registers one service twice, with different implementations or lifetimes, and nobody takes both.",
        "The last registration answers, and which is last is decided by the order of calls that stand far apart: moving one line, or adding a module, changes what all requests run on and how long it lives, on all instances at once and without an error.",
        new(
            "Take one of them out; say with TryAdd that a default may be replaced, or with Replace that it is.",
            "services.AddSingleton<IClock, SystemClock>(); … services.AddScoped<IClock, TenantClock>();",
            "services.AddScoped<IClock, TenantClock>();"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        if (!app.Services.IsComposed)
            return NotApplicable("the app was not composed");
        var own = app.Services.Registrations.Where(r => r is { IsComposed: true, Kind: RegistrationKind.Service, IsDecorator: false } && app.Code.Program.Find(r.Service) is { IsExternal: false }).ToList();
        var findings = own.GroupBy(r => (r.Service, r.IsKeyed, r.Key)).Where(g => g.Count() > 1 && !app.Container.Takers.TakeMany(g.Key.Service)).SelectMany(g => Of(app, [.. g]));
        return Examined(own.Count, findings);
    }

    private IEnumerable<Finding> Of(AppModel app, IReadOnlyList<ServiceRegistration> registrations)
    {
        var last = registrations[^1];
        // Handlers of one message are found by their closed type, which the code does not name.
        if (!last.Service.Arguments.IsEmpty && app.Container.Takers.AskForAnything)
            yield break;
        foreach (var lost in registrations.SkipLast(1))
            if (lost is { IsScanned: false, Call: { } call } && IsOther(lost, last) && !IsMeant(app, call, lost, last))
                yield return At(app, call.Function, call.Position, lost.Lifetime == last.Lifetime ? Severity.Low : Severity.Medium, Message(lost, last)) with
                {
                    Where = Registered.At(app, lost),
                    Subject = $"{lost.Service.DisplayName} > {lost.Made.DisplayName}",
                    Related = [Registered.At(app, last, $"{last.Made.DisplayName} answers instead")],
                };
    }

    private static string Message(ServiceRegistration lost, ServiceRegistration last) =>
        lost.Implementation == last.Implementation
            ? $"{lost.Service.DisplayName} is registered as {Word(lost)} here{Registered.Origin(lost)}, and as {Word(last)} later on{Registered.Origin(last)}: this registration never answers"
            : $"{lost.Made.DisplayName} is registered for {lost.Service.DisplayName} here{Registered.Origin(lost)}, and {last.Made.DisplayName} later on{Registered.Origin(last)}{(lost.Lifetime == last.Lifetime ? "" : $", as {Word(last)} and no longer {Word(lost)}")}: this registration never answers";

    private static string Word(ServiceRegistration registration) => registration.Lifetime.ToString().ToLowerInvariant();

    private static bool IsOther(ServiceRegistration lost, ServiceRegistration last) =>
        lost.Implementation is not null && last.Implementation is not null && (lost.Implementation != last.Implementation || lost.Lifetime != last.Lifetime) && lost.Call != last.Call;

    /// <summary>A default and its replacement: a condition decides, another project overrides, a convention comes first, the one goes around the other.</summary>
    private static bool IsMeant(AppModel app, Call call, ServiceRegistration lost, ServiceRegistration last) =>
        app.Guards.IsConditional(call) || last is { Call: { } answering, IsScanned: false } && app.Guards.IsConditional(answering)
        || Assembly(call) != (last.Call is { } later ? Assembly(later) : app.Code.Program.Find(last.Implementation)?.Assembly)
        || app.Container.Graph.Edges.Any(e => ReferenceEquals(e.Consumer.Registration, last) && (e.Dependency.Service == lost.Service || e.Dependency.Made == lost.Implementation));

    private static string Assembly(Call call) => call.Function.Owner.Definition.DeclaringType.Assembly;
}
