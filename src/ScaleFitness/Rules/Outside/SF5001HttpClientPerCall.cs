using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.Http;
using ScaleFitness.Model.Lifetimes;

namespace ScaleFitness.Rules.Outside;

/// <summary>A client with connections of its own, made anew for each request.</summary>
public sealed class SF5001HttpClientPerCall : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF5001",
        "HttpClient per call",
        Severity.High,
        "An HttpClient, handler, RestClient, FlurlClient or gRPC channel that opens its own connections is made on a request.",
        "Every client opens connections of its own, and each leaves a socket in TIME_WAIT for a minute after it is disposed: at a few hundred calls a second the instance runs out of ports, and every outgoing call fails, to healthy neighbours too.",
        new(
            "Take the client from IHttpClientFactory (a typed or named client), or keep one static client over a SocketsHttpHandler with a PooledConnectionLifetime.",
            """
            app.MapGet("/weather", async () =>
            {
                using var client = new HttpClient();
                return await client.GetStringAsync("https://weather.example");
            });
            """,
            """
            builder.Services.AddHttpClient<WeatherClient>(c => c.BaseAddress = new("https://weather.example"));

            app.MapGet("/weather", (WeatherClient weather, CancellationToken token) => weather.TodayAsync(token));
            """));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var makings = app.HttpClients.Makings;
        return makings.Count == 0
            ? NotApplicable("no code of the app makes an HTTP client itself")
            : Examined(makings.Count, makings.Select(m => Judge(app, m)).OfType<Finding>());
    }

    private Finding? Judge(AppModel app, ClientMaking making)
    {
        // The connections are what costs: a new client over a shared handler is cheap.
        var frequency = making.Pools.Select(app.Frequency.Of).Append(Frequency.Once).Max();
        if (app.Frequency.Of(making.Call) is var own && own < frequency)
            frequency = own;
        if (frequency == Frequency.Once)
            return null;
        var onRequest = frequency == Frequency.PerRequest;
        var often = onRequest ? "on every request that gets here" : "in every round of background work";
        var finding = At(app, making.Call.Function, making.Call.Position, onRequest ? Severity.High : Lower(Severity.High), $"A new {making.Name} is made {often}; each opens connections of its own");
        return finding with { Where = ClientPlaces.Of(app, making.Call), Subject = making.Name, Projection = onRequest ? SocketsInTimeWait.Project(app.Context) : null };
    }
}
