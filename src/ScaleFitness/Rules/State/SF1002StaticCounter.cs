using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;

namespace ScaleFitness.Rules.State;

/// <summary>SF1002: a number or flag of the process that requests change.</summary>
public sealed class SF1002StaticCounter : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF1002",
        "static counter or flag written by requests",
        Severity.Medium,
        "A static field that is no collection, a counter, a flag, the last of something, is written on a request.",
        "Each instance has its own: a counter counts a part, a flag that one request sets is seen by the next only where the load balancer sends it to the same instance, and a restart forgets it.",
        new(
            "Keep it where all instances see it: a row, an atomic increment in the distributed cache, a feature-flag store. What is only measured belongs in a metrics instrument.",
            "private static int _orders; … Interlocked.Increment(ref _orders);",
            "private static readonly Counter<int> Orders = Meter.CreateCounter<int>(\"orders\"); … Orders.Add(1);"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var slots = new ChangedSlots(app).Of(f => f.IsStatic).ToList();
        return Examined(slots.Count, slots.Select(s => Judge(app, s)));
    }

    private Finding Judge(AppModel app, ChangedSlot slot)
    {
        var onRequest = app.Reach.IsOnRequest(slot.First.Function);
        var severity = onRequest && !slot.IsCopy ? Severity.Medium : Lower(Severity.Medium);
        var what = slot.IsCopy ? "each instance refreshes its own copy" : "each instance has its own, and a restart forgets it";
        return At(app, slot.First.Function, slot.First.Position, severity, $"The static {slot.Field.DisplayName} is written by {(onRequest ? "requests" : "background work")}: {what}") with
        {
            Where = Places.Of(app, slot.Field, slot.First.Function, slot.First.Position),
            Related = slot.Related(app),
            Projection = slot.IsCopy || !onRequest ? null : FailedShare.Project(app.Context, "what another instance was told"),
        };
    }
}
