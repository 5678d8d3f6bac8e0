using ScaleFitness.Findings;
using ScaleFitness.Model;

namespace ScaleFitness.Rules.Data;

/// <summary>SF2015: a database over the network that is used as if the network never failed.</summary>
public sealed class SF2015DatabaseWithoutRetry : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF2015",
        "no retry or time-out on the database",
        Severity.Medium,
        "A context for a database server tries nothing again after a transient failure, or a command waits for its answer for ever.",
        "Failovers, throttling and dropped connections come with every managed database, and the more instances and the more load, the more often: without a retry each is an error for everybody who is on the way; a command without a time-out keeps its thread and connection until somebody restarts the app.",
        new(
            "Switch the provider's execution strategy on, and leave commands a time-out.",
            "builder.Services.AddDbContext<ShopContext>(o => o.UseNpgsql(connectionString));",
            "builder.Services.AddDbContext<ShopContext>(o => o.UseNpgsql(connectionString, npgsql => npgsql.EnableRetryOnFailure()));"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var databases = app.Databases.All;
        var timeouts = app.DatabaseUse.WithoutTimeout;
        if (databases.Count == 0 && timeouts.Count == 0)
            return NotApplicable("no code of the app sets up a database");
        var findings = app.DatabaseUse.WithoutRetry
            .Select(d => At(app, d.Call.Function, d.Call.Position, Severity.Medium, $"{d.Call.Method.Name} sets up a database server with no execution strategy: every transient failure of the network is an error for its caller", app.DatabaseUse.IsOfAnotherDeployment(d) ? Confidence.Low : Confidence.High) with { Subject = "retry" })
            .Concat(timeouts.Select(t => OfTimeout(app, t.Call, t.IsSetUp)).OfType<Finding>())
            .Concat(app.DatabaseUse.SettingsWithoutTimeout.Select(s => At(s, Severity.Medium, $"The command time-out of {s.Key} is zero: a command that gets no answer waits for ever")));
        return Examined(databases.Count + timeouts.Count, findings);
    }

    private Finding? OfTimeout(AppModel app, Code.Values.Call call, bool isSetUp)
    {
        var onRequest = app.Reach.IsOnRequest(call.Function);
        if (!isSetUp && !onRequest && !app.Reach.IsInBackground(call.Function))
            return null;
        return At(app, call.Function, call.Position, isSetUp || onRequest ? Severity.Medium : Lower(Severity.Medium), "The command time-out is switched off: a command that gets no answer keeps its connection for ever") with { Subject = "time-out" };
    }
}
