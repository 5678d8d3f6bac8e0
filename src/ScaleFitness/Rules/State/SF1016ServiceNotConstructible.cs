using ScaleFitness.Code.Metadata;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Rules.State;

/// <summary>SF1016: a registration that throws as soon as somebody asks for it.</summary>
public sealed class SF1016ServiceNotConstructible : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF1016",
        "service that cannot be constructed",
        Severity.Medium,
        "A registered service takes something that the composed container does not have.",
        "The container of Production does not look until somebody asks: the app starts, passes its health check and takes traffic, and every request that needs the service fails, on every instance that is rolled out.",
        new(
            "Register what is missing, take it out of the constructor, or give the parameter a default; and have the container look at start-up (ValidateOnBuild).",
            "services.AddScoped<Invoicing>();   // Invoicing(IRates rates), and nothing registers IRates",
            "services.AddScoped<Invoicing>(); services.AddScoped<IRates, Rates>();"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        if (!app.Services.IsComposed)
            return NotApplicable("the app was not composed");
        if (!app.Services.IsComplete)
            return NotApplicable("the host was composed only in part, or its container cannot be read");
        var made = app.Services.Registrations.Where(r => r is { IsComposed: true, Factory: null, HasOpaqueFactory: false, IsInstance: false } && app.Code.Program.Find(r.Implementation) is { IsExternal: false }).ToList();
        return Examined(made.Count, made.Where(r => IsAnswer(app, r)).GroupBy(r => r.Implementation!.FullName).Select(g => Of(app, [.. g])).OfType<Finding>());
    }

    private Finding? Of(AppModel app, IReadOnlyList<ServiceRegistration> registrations)
    {
        var first = registrations[0];
        if (app.Services.Constructions.Of(first.Implementation!) is not { } construction || construction.Parameters.Where(p => p is { IsMissing: true, HasDefault: false }).ToList() is not { Count: > 0 } missing)
            return null;
        var services = missing.Select(p => HostSymbols.TypeOf(app.Code, p.Type)).Distinct().ToList();
        var names = string.Join(" and ", services.Select(s => s.DisplayName));
        var isTaken = registrations.Any(r => IsTaken(app, r));
        return new()
        {
            Rule = Info,
            Severity = isTaken ? Severity.Medium : Severity.Low,
            Confidence = services.Any(s => MayBeElsewhere(app, s)) ? Confidence.Low : Confidence.High,
            Message = $"{first.Made.DisplayName}{Registered.Origin(first)} takes {names}, which nothing registers: {(isTaken ? "whoever needs it gets an exception" : "it could not be made if somebody needed it")}",
            Where = Registered.At(app, first),
            Subject = first.Made.DisplayName,
            Related = app.Services.Constructions.ConstructorOf(first.Implementation!) is { } constructor && app.Code.Folded.FunctionOf(constructor) is { } function ? [Places.Of(app, function, null, $"takes {names}")] : [],
        };
    }

    /// <summary>One of several that never answers is never made.</summary>
    private static bool IsAnswer(AppModel app, ServiceRegistration registration) =>
        registration.Kind == RegistrationKind.HostedService || registration.IsKeyed || app.Container.Takers.TakeMany(registration.Service)
        || app.Services.For(registration.Service).Where(r => !r.IsKeyed && ReferenceEquals(r.Service, registration.Service)).MaxBy(r => r.Order) is var last && ReferenceEquals(last, registration);

    /// <summary>What a library declares it also asks for.</summary>
    private static bool IsTaken(AppModel app, ServiceRegistration registration) =>
        registration.Kind == RegistrationKind.HostedService || app.Code.Program.Find(registration.Service) is not { IsExternal: false } || app.Container.Takers.Take(registration.Service);

    /// <summary>Code registers it, or may: under a condition that did not hold here, for want of a setting perhaps.</summary>
    private static bool MayBeElsewhere(AppModel app, TypeRef service) =>
        app.Services.NotRun.Any(r => r.Service.FullName == service.FullName)
        || app.Code.Program.Find(service) is not { IsExternal: false } && app.Services.NotRunLibraries;
}
