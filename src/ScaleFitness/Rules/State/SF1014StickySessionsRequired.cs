using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Deployment;
using ScaleFitness.Model.Settings;

namespace ScaleFitness.Rules.State;

/// <summary>SF1014: clients are bound to instances, which is what state in memory asks for.</summary>
public sealed class SF1014StickySessionsRequired : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF1014",
        "sticky sessions required",
        Severity.Medium,
        "The deployment binds each client to one instance.",
        "New instances get new clients only: the old ones stay where they are, load does not spread, and every instance that ends takes its clients' state with it.",
        new(
            "Move the state that asks for it out of the instances, then let any instance serve any request.",
            """
            metadata:
              annotations:
                nginx.ingress.kubernetes.io/affinity: cookie
            """,
            """
            metadata:
              annotations: {}
            """));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var settings = app.Settings.InProduction.Where(s => s.Key.EndsWith(":SessionAffinity:Enabled", StringComparison.OrdinalIgnoreCase) && s.Text == "True").ToList();
        var inCode = app.StickySessions.InCode;
        var files = app.StickySessions.InFiles;
        if (app.Deployment.All.Count + settings.Count + inCode.Count == 0)
            return NotApplicable("no deployment files lie in the app's repository");
        // Web sockets and circuits are bound by design; that is no sign of state of the app's own.
        var isAsked = app.StickySessions.AreAskedForByFramework;
        var severity = isAsked ? Severity.Low : Severity.Medium;
        return Examined(
            app.Deployment.All.Count + settings.Count + inCode.Count,
            [
                .. files.Select(f => OfFile(f, severity, isAsked)),
                .. settings.Select(s => At(s, severity, Message("The proxy's SessionAffinity", isAsked))),
                .. inCode.Select(c => OfCode(app, c, severity, isAsked)),
            ]);
    }

    private Finding OfFile(StickySession sticky, Severity severity, bool isAsked) => new()
    {
        Rule = Info,
        Severity = severity,
        Confidence = Confidence.Medium,
        Message = Message(sticky.Key, isAsked),
        Where = new("S:" + sticky.Path, $"{sticky.Key} in {sticky.Path}", sticky.Location),
        Subject = sticky.Key,
    };

    private Finding OfCode(AppModel app, Call call, Severity severity, bool isAsked) =>
        At(app, call.Function, call.Position, severity, Message("The proxy's SessionAffinity", isAsked)) with { Subject = "SessionAffinity" };

    private static string Message(string what, bool isAsked) =>
        isAsked
            ? $"{what} binds clients to instances, as SignalR asks for; load spreads only as connections come and go"
            : $"{what} binds clients to instances: some state of theirs is in memory";
}
