using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.Effects;
using ScaleFitness.Model.Loops;

namespace ScaleFitness.Rules.Concurrency;

/// <summary>SF3007: a call to a neighbour for each of as many elements as there are.</summary>
public sealed class SF3007UnboundedFanOut : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF3007",
        "unbounded fan-out",
        Severity.Blocker,
        "A remote call or send is made for each element of a sequence that nothing bounds.",
        "One request becomes as many as there are rows: all at once they take every port and connection and overrun the neighbour, one after the other they outlast every time-out.",
        new(
            "Bound it: a page of elements, so many at a time, or one message that lets a worker do the rest.",
            "await Task.WhenAll(customers.Select(c => mailer.SendAsync(c.Email)));",
            "await Parallel.ForEachAsync(customers.Take(500), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (c, token) => await mailer.SendAsync(c.Email, token));"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var candidates = 0;
        var findings = new List<Finding>();
        foreach (var loop in LoopGroups.At(app))
        {
            candidates++;
            var sends = loop.Where(r => r.Size.IsOpen).Select(r => (Call: r, Site: Send(app, r), Pace: app.Repeated.PaceOf(r))).Where(r => r is { Site: not null, Pace: not LoopPace.Limited }).ToList();
            if (sends.Count > 0)
                findings.Add(Judge(app, sends[0].Call, sends[0].Site!, sends[0].Pace) with { Related = LoopGroups.Related(app, sends.Skip(1).Select(s => s.Call)) });
        }

        return Examined(candidates, findings);
    }

    private Finding Judge(AppModel app, RepeatedCall repeated, EffectSite site, LoopPace pace)
    {
        var severity = repeated.Size.Kind == SizeKind.Table ? Severity.Blocker : Severity.High;
        var how = pace == LoopPace.AtOnce ? "all at once" : "one after the other";
        var message = $"{LoopGroups.Name(repeated)}{LoopGroups.Does(repeated, site)} {RemoteCalls.Verb(site)} {site.Effect.Word} for {repeated.Size.Words}, {how}";
        return At(app, repeated.Call.Function, repeated.Call.Position, app.Reach.IsOnRequest(repeated.Call.Function) ? severity : Lower(severity), message, repeated.Size.Kind == SizeKind.Unknown ? Confidence.Medium : Confidence.High) with
        {
            Subject = LoopGroups.Name(repeated),
            Projection = pace == LoopPace.AtOnce ? FanOutTime.ProjectAtOnce(app.Context, repeated.Size.Entity) : FanOutTime.Project(app.Context, repeated.Size.Entity),
        };
    }

    /// <summary>Queries are another rule's, unless each runs at once in a context of its own: then the connections are what runs out.</summary>
    private static EffectSite? Send(AppModel app, RepeatedCall repeated) =>
        RemoteCalls.Of(repeated)
        ?? (app.Repeated.PaceOf(repeated) == LoopPace.AtOnce ? repeated.Effects.FirstOrDefault(e => e.Effect.Kind == EffectKind.Database && app.Repeated.HasOwnContext(repeated, e)) : null);
}
