using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Container;

namespace ScaleFitness.Rules.State;

/// <summary>SF1015: what the root provider gives away and never lets go.</summary>
public sealed class SF1015DisposableFromRoot : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF1015",
        "disposable transient from the root provider",
        Severity.Medium,
        "Requests or background rounds take a transient, disposable service from the root provider.",
        "Whoever gives a disposable object away keeps it, to dispose of it in the end; the root provider's end is the end of the process. Every call leaves one more object behind, whatever it holds with it, so that memory grows with the number of requests until the process falls over.",
        new(
            "Open a scope for each unit of work and take the service from it, or take it as a parameter where the request's own scope brings it.",
            "public class Exporter(IServiceProvider services) { … var pdf = services.GetRequiredService<PdfWriter>(); }   // AddSingleton<Exporter>()",
            "public class Exporter(IServiceScopeFactory scopes) { … using var scope = scopes.CreateScope(); var pdf = scope.ServiceProvider.GetRequiredService<PdfWriter>(); }"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app) => app.Container.RootResolutions.Asked == 0
        ? NotApplicable("no code that runs on requests or in the background asks a provider")
        : Examined(app.Container.RootResolutions.Asked, app.Container.RootResolutions.All.Select(r => Of(app, r)));

    private Finding Of(AppModel app, RootResolution resolution)
    {
        var service = resolution.Service.DisplayName;
        var kept = ReferenceEquals(resolution.Kept, resolution.Service) ? $"{service} is transient and disposable" : $"{service} is transient, and {resolution.Kept.DisplayName} in it is disposable";
        var severity = resolution.IsOnRequest ? Severity.Medium : Lower(Severity.Medium);
        return At(app, resolution.Call.Function, resolution.Call.Position, severity, $"{kept}: the root provider, which it is taken from {(resolution.IsOnRequest ? "on a request" : "in every round")}, keeps each one until the process ends", app.Services.IsComposed ? Confidence.High : Confidence.Medium) with
        {
            Subject = service,
        };
    }
}
