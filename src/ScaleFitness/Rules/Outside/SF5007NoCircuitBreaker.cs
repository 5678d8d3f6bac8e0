using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Http;

namespace ScaleFitness.Rules.Outside;

/// <summary>SF5007: a pipeline that goes on sending to who is down.</summary>
public sealed class SF5007NoCircuitBreaker : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF5007",
        "no circuit breaker",
        Severity.Medium,
        "Calls to a neighbour on a request go through a resilience pipeline that has no circuit breaker.",
        "While the neighbour is down every request tries it, with all its retries, and waits for each: retries multiply the load on who has just fallen over and on the instance that waits, and neither recovers until the traffic stops.",
        new(
            "Add a circuit breaker to the pipeline, inside its retries; AddStandardResilienceHandler has one.",
            """
            builder.Services.AddHttpClient<StockClient>()
                .AddResilienceHandler("stock", pipeline => pipeline
                    .AddRetry(new HttpRetryStrategyOptions())
                    .AddTimeout(TimeSpan.FromSeconds(2)));
            """,
            """
            builder.Services.AddHttpClient<StockClient>()
                .AddResilienceHandler("stock", pipeline => pipeline
                    .AddRetry(new HttpRetryStrategyOptions())
                    .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions())
                    .AddTimeout(TimeSpan.FromSeconds(2)));
            """));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var armed = KeptClients.Of(app).Where(c => c.Uses.Any(u => u.OnRequest && (c.Decoration | u.Around).IsResilient())).ToList();
        if (armed.Count == 0)
            return NotApplicable("no client on a request has a resilience pipeline");
        var findings = new List<Finding>();
        var around = new Dictionary<Call, List<(OutboundClient Client, ClientUse Use)>>();
        foreach (var client in armed)
        {
            var uses = client.Uses.Where(u => u.OnRequest && IsUnbroken(client, u)).ToList();
            // A pipeline of the caller's is the cause for all that it stands around.
            foreach (var use in uses.Where(u => !client.Decoration.IsResilient() && u.Pipelines.Count > 0))
                (around.TryGetValue(use.Pipelines[0], out var list) ? list : around[use.Pipelines[0]] = []).Add((client, use));
            uses.RemoveAll(u => !client.Decoration.IsResilient() && u.Pipelines.Count > 0);
            if (uses.Count > 0)
                findings.Add(OfClient(app, client, uses));
        }

        findings.AddRange(around.Select(p => OfPipeline(app, p.Key, p.Value)));
        return Examined(armed.Count, findings);
    }

    private static bool IsUnbroken(OutboundClient client, ClientUse use) => (client.Decoration | use.Around) is var all && all.IsResilient() && (all & Decoration.Breaker) == 0;

    private Finding OfClient(AppModel app, OutboundClient client, List<ClientUse> uses)
    {
        var origin = client.Origins[0];
        var finding = At(app, origin.Function, origin.Position, Severity.Medium, $"{KeptClients.Capital(client.Display)} has a resilience pipeline without a circuit breaker: while the neighbour is down, every request tries it", client.IsDoubtful ? Confidence.Low : Confidence.High);
        return finding.Place(app, client, uses);
    }

    private Finding OfPipeline(AppModel app, Call built, List<(OutboundClient Client, ClientUse Use)> around)
    {
        var first = around[0].Use.Call;
        return At(app, built.Function, built.Position, Severity.Medium, "This pipeline stands around remote calls on requests and has no circuit breaker: while the neighbour is down, every request tries it") with
        {
            Subject = "pipeline",
            Path = Places.PathTo(app, first.Function, first.Position),
            Related = [.. around.Skip(1).Select(a => a.Use.Call).Distinct().Select(c => Places.Of(app, c.Function, c.Position, "goes through it"))],
        };
    }
}
