using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.State;

namespace ScaleFitness.Rules.State;

/// <summary>SF1007: hubs that reach only the clients of their own instance.</summary>
public sealed class SF1007SignalRWithoutBackplane : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF1007",
        "SignalR without a backplane",
        Severity.High,
        "Hubs are mapped with no backplane between the instances, or a hub remembers its connections in a store of the process.",
        "A message goes to the clients of the instance that sent it and to nobody else: with n instances a broadcast reaches about one of n clients, without an error anywhere.",
        new(
            "Let instances pass messages on: Redis or the Azure SignalR Service. Ask SignalR for groups and users instead of keeping maps of connections; keep presence in a shared store.",
            "builder.Services.AddSignalR();",
            "builder.Services.AddSignalR().AddStackExchangeRedis(builder.Configuration.GetConnectionString(\"Redis\")!);"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var hubs = app.Sharing.Hubs;
        var maps = app.Sharing.Connections.All.ToList();
        if (hubs.Count == 0 && maps.Count == 0)
            return NotApplicable("no hub is mapped");
        var findings = maps.Select(m => Map(app, m.Store, m.Calls)).ToList();
        if (hubs.Count > 0 && !hubs.HasBackplane && NoBackplane(app) is { } absence)
            findings.Add(absence);
        return Examined(hubs.Count + maps.Count, findings);
    }

    /// <summary>One absence: at the call that adds SignalR, with the hubs and what they send beside it.</summary>
    private Finding? NoBackplane(AppModel app)
    {
        var hubs = app.Sharing.Hubs;
        var call = hubs.Added.Concat(hubs.Mapped).FirstOrDefault();
        if ((call?.Function ?? ServingMain.Of(app)) is not { } function)
            return null;
        var severity = hubs.Sends.Count > 0 ? Severity.High : Severity.Low;
        var message = hubs.Sends.Count > 0
            ? "SignalR has no backplane: what a hub sends reaches only the clients that are connected to the same instance"
            : "SignalR has no backplane; so far hubs answer their caller only, and the first message to others will reach but a part of them";
        return At(app, function, call?.Position, severity, message, hubs.IsInDoubt ? Confidence.Low : Confidence.High) with
        {
            Subject = "SignalR",
            Path = [],
            Related = [.. hubs.Mapped.Where(c => c != call).Select(c => Of(app, c, "maps a hub")), .. hubs.Sends.Select(c => Of(app, c, "sends to other clients"))],
            Projection = hubs.Sends.Count > 0 ? FailedShare.Project(app.Context, "the clients of other instances") : null,
        };
    }

    private Finding Map(AppModel app, Store store, IReadOnlyList<Call> calls)
    {
        var first = calls[0];
        return At(app, first.Function, first.Position, Severity.High, $"{store.Field.DisplayName} remembers the connections of this instance alone: whoever is connected to another one is not found") with
        {
            Where = Places.Of(app, store.Field),
            Related = [.. calls.Skip(1).Select(c => Of(app, c, "a connection is remembered here too")).Distinct()],
            Projection = FailedShare.Project(app.Context, "the connection they look for"),
        };
    }

    private static Place Of(AppModel app, Call call, string note) => Places.Of(app, call.Function, call.Position, note);
}
