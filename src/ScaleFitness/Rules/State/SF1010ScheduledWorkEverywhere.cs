using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Schedules;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Rules.State;

/// <summary>SF1010: work by the clock that each instance does for itself.</summary>
public sealed class SF1010ScheduledWorkEverywhere : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF1010",
        "scheduled work on every instance",
        Severity.High,
        "A hosted service, timer or scheduler changes shared data or sends something by its own clock, with no lock, lease, leader or claim in reach.",
        "Every instance has the clock and none knows of the others: with n instances the customer gets n reminders, the invoice is booked n times, and n sweepers meet on the same rows.",
        new(
            "Let one instance alone do a round (a distributed lock or lease), or let each take its share: claim rows with FOR UPDATE SKIP LOCKED or an update whose row count is checked; or use a scheduler on a shared, clustered store.",
            "while (await timer.WaitForNextTickAsync(token)) await SendRemindersAsync(token);",
            "while (await timer.WaitForNextTickAsync(token)) { await using var held = await locks.TryAcquireLockAsync(\"reminders\"); if (held is not null) await SendRemindersAsync(token); }"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var background = app.EntryPoints.Count(e => e.Category == EntryPointCategory.Background);
        return background + app.Schedule.Uncoordinated.Count == 0
            ? NotApplicable("the app does no background work")
            : Examined(Math.Max(background, app.Schedule.Uncoordinated.Count), app.Schedule.Uncoordinated.Select(w => Judge(app, w)));
    }

    /// <summary>Where a setting decides whether the service is there at all, the deployment may set it for one instance alone.</summary>
    private static bool IsOptional(AppModel app, ScheduledWork scheduled) =>
        app.Services.Registrations.Where(r => r.Kind == RegistrationKind.HostedService && (r.Implementation ?? r.Service).DisplayName == scheduled.Name).ToList() is [_, ..] registrations
        && registrations.All(r => r.Call is { } call && app.Guards.IsBehindFlag(call));

    private Finding Judge(AppModel app, ScheduledWork scheduled)
    {
        var work = scheduled.Work;
        var name = char.ToUpperInvariant(scheduled.Name[0]) + scheduled.Name[1..];
        var isOptional = IsOptional(app, scheduled);
        return At(app, scheduled.Function, scheduled.Position, Severity.High, $"{name} does {work.Effect.Word} by the clock of every instance{(isOptional ? " that its setting turns it on for" : "")}, with no lock, lease, leader or claim in reach", isOptional ? Confidence.Low : Confidence.High) with
        {
            Subject = scheduled.Name,
            Path = Places.PathTo(app, scheduled.Function, work.Call.Function, work.Call.Position),
            Related = [.. scheduled.Jobs.Select(j => Places.Of(app, j) with { Note = "a job of it" })],
            Projection = CopiesOfWork.Project(app.Context),
        };
    }
}
