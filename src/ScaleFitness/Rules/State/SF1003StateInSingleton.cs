using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.Lifetimes;
using ScaleFitness.Model.State;

namespace ScaleFitness.Rules.State;

/// <summary>SF1003: what a singleton remembers of requests.</summary>
public sealed class SF1003StateInSingleton : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF1003",
        "mutable state in a singleton",
        Severity.High,
        "A field of a singleton, a hosted service, middleware or a static object holds what requests tell it.",
        "A singleton is one for each instance, not one for the app: with n instances a request meets the state that the request before it left behind once in n times, the answers differ, and a restart empties it.",
        new(
            "Keep shared state where all instances see it: the database or a distributed cache. A cache that may differ per instance needs a size limit and an expiry.",
            "public class CartStore { private readonly ConcurrentDictionary<Guid, Cart> _carts = new(); … }",
            "public class CartStore(IDistributedCache cache) { … await cache.SetStringAsync($\"cart:{id}\", JsonSerializer.Serialize(cart), Expiry, token); }"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var stores = new SingletonStores(app);
        var changed = stores.Changed().ToList();
        var slots = new ChangedSlots(app).Of(f => !f.IsStatic && app.LongLived.Of(f.DeclaringType) is not null).Where(s => app.Reach.IsOnRequest(s.First.Function) || stores.IsMessages(s.First.Function)).ToList();
        var registered = RegisteredCollections.Of(app);
        var findings = changed.Select(c => OfStore(app, stores, c.Key, [.. c])).Concat(slots.Select(s => OfSlot(app, s))).OfType<Finding>().Concat(registered.Select(r => OfRegistration(app, r)));
        return Examined(changed.Count + slots.Count + registered.Count, findings);
    }

    private Finding? OfStore(AppModel app, SingletonStores stores, FieldDefinition field, IReadOnlyList<StoreChange> changes)
    {
        var counts = changes.Where(c => c.Kind != ChangeKind.Initialise).ToList();
        if (counts.Count == 0 || StoreShape.IsBounded(app.Code.Program, field.Type, counts, app.BoundedTexts) || stores.IsPool(field, changes))
            return null;
        var first = counts.FirstOrDefault(c => app.Reach.IsOnRequest(c.Function)) ?? counts[0];
        var isCopy = counts.All(c => c.Kind == ChangeKind.Replace && app.Slots.In(c.Function).Where(w => w.Field == field).All(w => app.ValueSources.Of(w) == ValueSource.Fetched));
        var severity = isCopy ? Severity.Low : StoreShape.HoldsLocks(field.Type) ? Severity.Medium : app.Reach.IsOnRequest(first.Function) ? Severity.High : Lower(Severity.High);
        return Of(app, field, first.Function, first.Position, severity, isCopy ? "each instance refreshes its own copy" : "each instance has its own") with
        {
            Related = [.. counts.Where(c => c != first).Select(c => Places.Of(app, c.Function, c.Position, "changed here too")).Distinct()],
            Projection = LocalHitRate.Project(app.Context),
        };
    }

    private Finding OfSlot(AppModel app, ChangedSlot slot) =>
        Of(app, slot.Field, slot.First.Function, slot.First.Position, slot.IsCopy ? Severity.Low : app.Reach.IsOnRequest(slot.First.Function) ? Severity.High : Lower(Severity.High), slot.IsCopy ? "each instance refreshes its own copy" : "each instance has its own, and a restart forgets it") with
        {
            Related = slot.Related(app),
            Projection = slot.IsCopy ? null : FailedShare.Project(app.Context, "what another instance was told"),
        };

    private Finding OfRegistration(AppModel app, RegisteredCollection collection)
    {
        var (registration, first) = (collection.Registration, collection.Changes[0]);
        var name = registration.Service.DisplayName;
        var severity = StoreShape.HoldsLocks(registration.Service) ? Severity.Medium : Severity.High;
        return At(app, first.Function, first.Position, severity, $"{name} is registered as a singleton and changed by requests; each instance has its own") with
        {
            Where = Registered.At(app, registration),
            Subject = name,
            Related = [.. collection.Changes.Select(c => Places.Of(app, c.Function, c.Position, "changed here")).Distinct()],
            Projection = LocalHitRate.Project(app.Context),
        };
    }

    private Finding Of(AppModel app, FieldDefinition field, SourceFunction function, SourcePosition? position, Severity severity, string consequence)
    {
        var life = app.LongLived.Of(field.DeclaringType)!;
        var confidence = life.Kind == LongLifeKind.Held ? Confidence.Medium : Confidence.High;
        return At(app, function, position, severity, $"{field.DisplayName} is changed by {(app.Reach.IsOnRequest(function) ? "requests" : "messages")}, and {life.Why}; {consequence}", confidence) with { Where = Places.Of(app, field, function, position) };
    }
}
