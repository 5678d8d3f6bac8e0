using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.Effects;
using ScaleFitness.Model.Loops;

namespace ScaleFitness.Rules.Concurrency;

/// <summary>SF3009: a request that works through a table.</summary>
public sealed class SF3009BatchWorkInRequest : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF3009",
        "batch work inside a request",
        Severity.High,
        "A request goes over every row of an unbounded query and writes or calls out for each.",
        "The request lasts as long as the table is: past a minute the proxy gives up, the client tries again, and the work runs twice at once; a deployment in the middle leaves it half done.",
        new(
            "Accept the work and answer 202: a worker does it in batches that can be resumed.",
            "app.MapPost(\"/reminders\", async (ShopContext db, IMailer mailer) => { foreach (var c in await db.Customers.ToListAsync()) await mailer.SendAsync(c); });",
            "app.MapPost(\"/reminders\", async (IJobs jobs) => { var id = await jobs.EnqueueAsync(new SendReminders()); return Results.Accepted($\"/jobs/{id}\"); });"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var candidates = 0;
        var findings = new List<Finding>();
        foreach (var loop in LoopGroups.At(app))
        {
            candidates++;
            var work = loop.Where(r => r.Size.Kind == SizeKind.Table && app.Reach.IsOnRequest(r.Call.Function)).Select(r => (Call: r, Site: Work(r))).Where(r => r.Site is not null && !LoopGroups.IsPartitionBatch(r.Call, r.Site)).ToList();
            if (work.Count > 0)
                findings.Add(Of(app, work[0].Call, work[0].Site!) with { Related = LoopGroups.Related(app, work.Skip(1).Select(w => w.Call)) });
        }

        return Examined(candidates, findings);
    }

    private Finding Of(AppModel app, RepeatedCall repeated, EffectSite site) =>
        At(app, repeated.Call.Function, repeated.Call.Position, Severity.High, $"A request {RemoteCalls.Verb(site)} {site.Effect.Word} ({LoopGroups.Name(repeated)}) for {repeated.Size.Words}") with
        {
            Subject = LoopGroups.Name(repeated),
            Projection = FanOutTime.Project(app.Context, repeated.Size.Entity),
        };

    /// <summary>What changes something, here or at a neighbour; a message to a broker hands the work on.</summary>
    private static EffectSite? Work(RepeatedCall repeated) =>
        repeated.Effects.FirstOrDefault(e => RemoteCalls.IsRemote(e.Effect.Kind) ? e.Effect.Kind != EffectKind.Broker : e.Effect is { IsWrite: true, Kind: EffectKind.Database or EffectKind.File });
}
