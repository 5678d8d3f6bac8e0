using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Conditions;
using ScaleFitness.Model.Deployment;
using ScaleFitness.Model.Settings;

namespace ScaleFitness.Model.SingleInstance;

/// <summary>Stores and brokers that a deployed app looks for on its own machine.</summary>
public sealed class LocalStores
{
    private static readonly string[] Words =
    [
        "Redis", "Valkey", "Mongo", "Rabbit", "Amqp", "Kafka", "BootstrapServers", "Elastic", "OpenSearch", "Cassandra", "Memcached", "Nats", "EventStore", "Cosmos", "Postgres", "MySql", "SqlServer", "MariaDb",
        "Database", "Broker", "MessageBus", "EventBus", "Couch", "Raven", "ClickHouse", "Neo4j",
    ];

    /// <summary>Logs and traces go to an agent on the same machine by design; addresses to listen on are no stores.</summary>
    private static readonly string[] Elsewhere = ["Serilog", "Logging", "NLog", "OpenTelemetry", "Otel", "Otlp", "Seq", "Jaeger", "Zipkin", "Kestrel", "Urls", "Cors", "AllowedHosts", "ApplicationInsights", "HealthChecksUI", "Telemetry"];

    internal LocalStores(CodeModel code, CallIndex index, AppSettings settings, DatabaseConnections databases, ConfigurationReads reads, Guards guards, DeploymentFiles deployment, IReadOnlyList<ComposedSetting> composed)
    {
        // What another source of the configuration lays over the files, only the composed app knows.
        var overridden = composed.Where(s => !s.IsLocal).Select(s => s.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var injected = index.Calling(n => n.StartsWith("Add", StringComparison.Ordinal), m => m is { HasThis: false, Parameters: [{ FullName: SingleInstanceSymbols.ApplicationBuilder }, ..] })
            .SelectMany(f => code.BodyOf(f).Calls).Where(c => c.Method is { HasThis: false, Parameters: [{ FullName: SingleInstanceSymbols.ApplicationBuilder }, ..] })
            .SelectMany(c => c.Arguments.Select(ValueWalk.Constant).OfType<string>().Take(1)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Settings = [.. settings.InProduction.Where(s => IsLocal(s) && !overridden.Contains(s.Key) && !injected.Contains(s.Key[(s.Key.LastIndexOf(':') + 1)..]) && !deployment.Sets(s.Key))];
        var literal = databases.All.Where(d => IsLiteral(d.Texts, LocalAddress.IsConnection)).Select(d => d.Call);
        var clients = index.Calling(n => n is "Connect" or "ConnectAsync" or "MongoClient", IsClient).SelectMany(f => code.BodyOf(f).Calls)
            .Where(c => IsClient(c.Method) && IsLiteral(reads.Of(c.Arguments[0]), t => LocalAddress.IsAddress(t) || LocalAddress.IsStoreUrl(t)));
        Literals = [.. literal.Concat(clients).Where(c => !guards.IsDevelopmentOnly(c) && !IsDesignTime(c, code))];
    }

    /// <summary>Settings in force in Production that lead to the machine itself and that no deployment file sets.</summary>
    public IReadOnlyList<Setting> Settings { get; }

    /// <summary>Calls that are given such an address in so many words.</summary>
    public IReadOnlyList<Call> Literals { get; }

    private static bool IsLocal(Setting setting)
    {
        var segments = setting.Key.Split(':');
        if (segments.Any(s => Elsewhere.Contains(s, StringComparer.OrdinalIgnoreCase)))
            return false;
        if (LocalAddress.IsConnection(setting.Text) || LocalAddress.IsStoreUrl(setting.Text))
            return true;
        return (setting.IsIn("ConnectionStrings") || segments.Any(s => Words.Any(w => s.Contains(w, StringComparison.OrdinalIgnoreCase)))) && LocalAddress.IsAddress(setting.Text);
    }

    /// <summary>A literal that only stands in for a setting that is missing says nothing of the deployed app.</summary>
    private static bool IsLiteral(IReadOnlyList<ConfiguredText> texts, Func<string?, bool> isLocal) =>
        texts.Count > 0 && texts.All(t => t.Key is null && isLocal(t.Text));

    private static bool IsClient(Code.Metadata.MethodRef method) =>
        (method.Is(SingleInstanceSymbols.Redis, "Connect", "ConnectAsync") || method.IsConstructor && method.Is(SingleInstanceSymbols.MongoClient)) && method.Parameters is [{ FullName: "System.String" }, ..];

    /// <summary>What tools run, and what EF Core's scaffolding leaves in a context for them.</summary>
    private static bool IsDesignTime(Call call, CodeModel code) =>
        code.Program.Derives(call.Function.Owner.Definition.DeclaringType.Reference, SingleInstanceSymbols.DesignTimeFactory)
        || call.Function.Owner.Definition.Name == "OnConfiguring" && call.Conditions.Any(c => c.Value is CallValue { Call.Method.Name: "get_IsConfigured" });
}
