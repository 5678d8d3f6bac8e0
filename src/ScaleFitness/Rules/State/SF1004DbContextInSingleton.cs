using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Rules.State;

/// <summary>SF1004: one context for all requests.</summary>
public sealed class SF1004DbContextInSingleton : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF1004",
        "DbContext held by a singleton",
        Severity.Blocker,
        "A DbContext, or something that holds one, lives as long as the process.",
        "A context is no more than one unit of work: shared by requests it throws as soon as two run at once, serves stale rows, and keeps every entity it ever tracked.",
        new(
            "Take the context where the work is: inject IDbContextFactory<T> (or IServiceScopeFactory) and open one for each unit of work.",
            "public class PriceFeed(ShopContext db) : BackgroundService",
            "public class PriceFeed(IDbContextFactory<ShopContext> contexts) : BackgroundService { … await using var db = await contexts.CreateDbContextAsync(token); }"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        if (app.Types.Derived(EntityModel.DbContext).Count == 0)
            return NotApplicable("the app has no DbContext");
        var holders = new ContextHolders(app);
        var fields = holders.LongLivedFields().ToList();
        var findings = fields
            .Where(f => holders.Holds(f.Field) is not null)
            .DistinctBy(f => f.Field)
            .Select(f => OfField(app, f.Field, f.Why, holders.Holds(f.Field)!))
            .Concat(Registered(app))
            .Concat(holders.CapturedContexts().Select(c => At(app, c.Function, c.Position, Severity.Blocker, $"The context {c.Variable.SourceName} is captured by code that runs as long as the process") with { Subject = c.Variable.SourceName }));
        return Examined(fields.Count + app.Services.Registrations.Count, findings);
    }

    private Finding OfField(AppModel app, FieldDefinition field, string why, string held)
    {
        var place = Places.Of(app, field);
        var user = field.DeclaringType.Methods.Select(app.Code.Folded.FunctionOf).OfType<SourceFunction>().OrderByDescending(f => app.Reach.PathTo(f).Count > 0).ThenBy(f => app.Reach.PathTo(f).Count).FirstOrDefault();
        var message = $"{field.DisplayName} holds {held}, and {why}";
        if (user is null)
            return new() { Rule = Info, Severity = Severity.Blocker, Confidence = Confidence.High, Message = message, Where = place };
        return At(app, user, null, Severity.Blocker, message) with { Where = place };
    }

    /// <summary>The registration itself makes the context a singleton; whoever holds it then is not the cause.</summary>
    private IEnumerable<Finding> Registered(AppModel app)
    {
        foreach (var registration in app.Services.Registrations)
            if (registration is { Lifetime: Lifetime.Singleton, Kind: RegistrationKind.DbContext or RegistrationKind.Service } && app.Code.Program.Derives(registration.Made, EntityModel.DbContext))
                yield return new()
                {
                    Rule = Info,
                    Severity = Severity.Blocker,
                    Confidence = Confidence.High,
                    Message = $"{registration.Made.DisplayName} is registered as a singleton{State.Registered.Origin(registration)}: all requests share one context",
                    Where = State.Registered.At(app, registration),
                    Path = registration.Call is { } call ? Places.PathTo(app, call.Function, call.Position) : [],
                    Subject = registration.Made.DisplayName,
                };
    }
}
