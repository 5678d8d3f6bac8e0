using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.Http;

namespace ScaleFitness.Rules.Outside;

/// <summary>A client that sends on a request, with nothing between a slow neighbour and the caller.</summary>
public sealed class SF5002UndecoratedHttpClient : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF5002",
        "undecorated HttpClient",
        Severity.High,
        "An HTTP client used on a request has no retry, circuit breaker or time-out around it.",
        "When the neighbour slows down, every request that needs it waits for as long as the client's time-out (100 s unless set): requests pile up until the instance is out of memory or connections, and its healthy endpoints go down with it.",
        new(
            "Give the client a resilience handler; AddStandardResilienceHandler limits, times out, retries and breaks with sound defaults. ConfigureHttpClientDefaults does it for all clients.",
            """
            builder.Services.AddHttpClient<HotelClient>(c => c.BaseAddress = new("https://hotels.example"));
            """,
            """
            builder.Services.AddHttpClient<HotelClient>(c => c.BaseAddress = new("https://hotels.example"))
                .AddStandardResilienceHandler();
            """));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var clients = KeptClients.Of(app);
        return clients.Count == 0
            ? NotApplicable("no client that is kept or comes from a factory sends anything at work")
            : Examined(clients.Count, clients.Select(c => Judge(app, c)).OfType<Finding>());
    }

    private Finding? Judge(AppModel app, OutboundClient client)
    {
        var worst = client.Uses.Select(u => (Use: u, Severity: SeverityOf(client, u))).Where(u => u.Severity is not null).OrderByDescending(u => u.Severity).ThenByDescending(u => KeptClients.Nearness(client.Origins[0], u.Use.Call)).FirstOrDefault();
        if (worst.Severity is not { } severity)
            return null;
        var origin = client.Origins[0];
        var shown = app.HttpClients.IsShared(worst.Use.Call) ? origin : worst.Use.Call;
        var onRequest = worst.Use.OnRequest;
        var armed = IsTimedOut(client, worst.Use) ? "only a time-out: no retry and no circuit breaker" : "no retry, circuit breaker or time-out";
        return At(app, origin.Function, origin.Position, severity, $"{KeptClients.Capital(client.Display)} is used {(onRequest ? "on a request" : "in the background")} with {armed}", client.IsDoubtful ? Confidence.Low : Confidence.High) with
        {
            Where = ClientPlaces.Of(app, origin),
            Subject = client.Name,
            Path = Places.PathTo(app, shown.Function, shown.Position),
            Related = [.. client.Origins.Skip(1).Concat(Others(client, worst.Use)).Select(c => Places.Of(app, c.Function, c.Position))],
            Projection = onRequest ? WaitingForNeighbour.Project(app.Context) : null,
        };
    }

    private static IEnumerable<Call> Others(OutboundClient client, ClientUse shown) =>
        client.Uses.Where(u => u != shown && SeverityOf(client, u) is not null).Select(u => u.Call).Distinct();

    private static Severity? SeverityOf(OutboundClient client, ClientUse use)
    {
        if ((client.Decoration | use.Around).IsResilient())
            return null;
        var severity = IsTimedOut(client, use) ? Lower(Severity.High) : Severity.High;
        return use.OnRequest ? severity : Lower(severity);
    }

    private static bool IsTimedOut(OutboundClient client, ClientUse use) => (client.Decoration | use.Around).TimesOut();
}
