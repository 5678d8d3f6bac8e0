using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.Http;

namespace ScaleFitness.Rules.Outside;

/// <summary>SF5003: calls to a neighbour that wait for it as long as it likes.</summary>
public sealed class SF5003NoTimeOut : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF5003",
        "no time-out",
        Severity.High,
        "A call to a neighbour is given up by nobody: an infinite time-out, retries under the default of 100 s, a gRPC call without a deadline, a database command that may take for ever.",
        "A neighbour that hangs does not fail, it collects: every request that needs it stays, with its memory, its connection and what it has locked, until the instance has no room for those that need nobody.",
        new(
            "Give each attempt a time-out that is a little over the neighbour's slow answers, or the call a token that gives up.",
            """
            builder.Services.AddHttpClient<StockClient>(c => c.Timeout = Timeout.InfiniteTimeSpan)
                .AddResilienceHandler("stock", pipeline => pipeline.AddRetry(new()));
            """,
            """
            builder.Services.AddHttpClient<StockClient>()
                .AddResilienceHandler("stock", pipeline => pipeline.AddRetry(new()).AddTimeout(TimeSpan.FromSeconds(2)));
            """));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var clients = KeptClients.Of(app);
        var commands = app.DatabaseUse.WithoutTimeout;
        if (clients.Count == 0 && commands.Count == 0)
            return NotApplicable("the app calls no neighbour by a client of its own, and switches no command's time-out off");
        return Examined(clients.Count + commands.Count, clients.Select(c => Judge(app, c)).Concat(commands.Select(c => Judge(app, c.Call, c.IsSetUp))).OfType<Finding>());
    }

    private Finding? Judge(AppModel app, OutboundClient client)
    {
        var uses = client.Uses.Where(u => IsOpen(client, u)).ToList();
        if (uses.Count == 0)
            return null;
        var onRequest = uses.Any(u => u.OnRequest);
        var endless = client.IsGrpc || client.IsUnlimited;
        var how = client.IsGrpc ? "with no deadline: a call ends when the neighbour answers, and not before"
            : client.IsUnlimited ? "with a time-out of never"
            : "and tries again, with no time-out for an attempt and no token: only the default of 100 s ends it";
        var origin = client.Origins[0];
        var finding = At(app, origin.Function, origin.Position, onRequest ? Severity.High : Lower(Severity.High), $"{KeptClients.Capital(client.Display)} is used {(onRequest ? "on a request" : "in the background")} {how}", client.IsDoubtful ? Confidence.Low : Confidence.High);
        return finding.Place(app, client, uses) with { Projection = !onRequest ? null : endless ? WaitingWithoutEnd.Project(app.Context) : WaitingForNeighbour.Project(app.Context) };
    }

    /// <summary>With nothing around it at all, the default of 100 s is SF5002's to say.</summary>
    private static bool IsOpen(OutboundClient client, ClientUse use)
    {
        var armed = client.Decoration | use.Around;
        if (armed.TimesOut())
            return false;
        if (client.IsGrpc)
            return !client.MindsDeadlines && CallLimits.IsWithoutDeadline(use.Call);
        return client.IsUnlimited || armed.IsResilient() && !CallLimits.IsCancellable(use.Call);
    }

    private Finding? Judge(AppModel app, Call call, bool isSetUp)
    {
        var onRequest = app.Reach.IsOnRequest(call.Function);
        if (!isSetUp && !onRequest && !app.Reach.IsInBackground(call.Function))
            return null;
        return At(app, call.Function, call.Position, isSetUp || onRequest ? Severity.High : Lower(Severity.High), "The command time-out is switched off: a command that gets no answer is waited for without end") with { Subject = "command" };
    }
}
