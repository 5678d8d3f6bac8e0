using ScaleFitness.Code.Folding;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Effects;
using ScaleFitness.Model.Routing;

namespace ScaleFitness.Rules.Backpressure;

/// <summary>SF4008: a request that nothing ends.</summary>
public sealed class SF4008NoTimeLimit : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF4008",
        "no server-side time limit",
        Severity.Low,
        "An endpoint that waits for a database or a neighbour, with no request time-out (UseRequestTimeouts) and no token that is cancelled by the clock.",
        "When a neighbour gets slow, requests pile up behind it, each with its memory, its scope and its connection, long after their callers gave up. Nothing on the server says how long is too long.",
        new(
            "Add request time-outs with a default, longer ones where work is meant to take longer, and hand the request's token on to all that waits.",
            """
            var app = builder.Build();
            app.MapGet("/orders", (OrdersDb db, CancellationToken token) => db.Orders.Take(50).ToListAsync(token));
            """,
            """
            builder.Services.AddRequestTimeouts(o => o.DefaultPolicy = new() { Timeout = TimeSpan.FromSeconds(15) });
            var app = builder.Build();
            app.UseRequestTimeouts();
            app.MapGet("/orders", (OrdersDb db, CancellationToken token) => db.Orders.Take(50).ToListAsync(token));
            """));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var waiting = app.Endpoints.Where(e => !e.IsOperational).Select(e => (Endpoint: e, Waits: Waits(app, e))).Where(e => e.Waits is not null).ToList();
        if (waiting.Count == 0)
            return NotApplicable("the app has no endpoints that wait for a database or a neighbour");
        var works = app.EndpointWorks.All.ToDictionary(w => w.Entry.Function, w => w.Functions);
        var judged = waiting.Select(e => (e.Endpoint, Waits: e.Waits!, Functions: e.Endpoint.Handlers.SelectMany(h => works.TryGetValue(h, out var functions) ? functions : (IEnumerable<SourceFunction>)[h])))
            .Where(e => !app.Backpressure.Times.Lasts(e.Endpoint, e.Functions))
            .Select(e => (e.Endpoint, e.Waits, Has: app.Backpressure.Times.Has(e.Endpoint, e.Functions))).ToList();
        var open = judged.Where(e => e.Has == false).Select(e => (e.Endpoint, e.Waits)).ToList();
        if (open.Count == 0)
            return Examined(waiting.Count, []);
        return judged.Exists(e => e.Has != false) || ServingMain.Of(app) is not { } main
            ? Examined(waiting.Count, open.GroupBy(e => (e.Endpoint.Function, e.Endpoint.Position)).Select(same => One(app, [.. same])))
            : Examined(waiting.Count, [None(app, main, [.. open.Select(e => e.Endpoint)])]);
    }

    private static Effect? Waits(AppModel app, Endpoint endpoint) =>
        endpoint.Handlers.SelectMany(app.Effects.Reached).Select(s => s.Effect).FirstOrDefault(e => e.IsRemote);

    private Finding None(AppModel app, SourceFunction main, IReadOnlyList<Endpoint> open)
    {
        var forgotten = app.Backpressure.Times is { IsAsked: true, IsInPipeline: false } ? "; time-outs are set up, and the pipeline has no UseRequestTimeouts" : "";
        return At(app, main, null, Severity.Low, $"Nothing ends a request that takes too long: {open.Count} {(open.Count == 1 ? "endpoint waits" : "endpoints wait")} for databases or neighbours without a time limit of the server's{forgotten}", Sure(app)) with
        {
            Path = [],
            Related = [.. open.Select(e => Places.Of(app, e.Function, e.Position, e.Name)).Distinct()],
        };
    }

    private Finding One(AppModel app, IReadOnlyList<(Endpoint Endpoint, Effect Waits)> same)
    {
        var (endpoint, waits) = same[0];
        return At(app, endpoint.Function, endpoint.Position, Severity.Low, $"{string.Join(", ", same.Select(e => e.Endpoint.Name).Distinct().Take(3))} waits for {waits.Word} without a time limit, while other endpoints have one", Sure(app)) with
        {
            Subject = endpoint.Handlers.Contains(endpoint.Function) ? null : endpoint.Subject,
            Path = [],
        };
    }

    private static Confidence Sure(AppModel app) => app.Backpressure.Times.IsComposed ? Confidence.High : Confidence.Medium;
}
