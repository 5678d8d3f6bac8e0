using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Hosting.Reading;

/// <summary>Reads the factory's clients: each is made, and nothing is sent with it. Entered only where there is a factory.</summary>
internal sealed class HttpClientReader(IServiceProvider provider, IReadOnlyList<ServiceDescriptor> services, Parts parts)
{
    private const string Registry = "Microsoft.Extensions.DependencyInjection.HttpClientMappingRegistry";
    private const string Unknown = "ScaleFitness: a name that nobody configures";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public ComposedHttp Read()
    {
        var types = parts.Read("which types the HTTP clients are for", Typed, []);
        var names = services.Select(s => s.ImplementationInstance is { } instance && s.ServiceType == typeof(IConfigureOptions<HttpClientFactoryOptions>) ? NameOf(instance) : null).OfType<string>()
            .Concat(types.Keys).Append("").Distinct().Order(StringComparer.Ordinal);
        return new()
        {
            Clients = [.. names.Select(n => Read(n, types.GetValueOrDefault(n))).OfType<ComposedHttpClient>()],
            Others = Read(Unknown, null),
        };
    }

    private ComposedHttpClient? Read(string name, Type? type) =>
        parts.Read($"the HTTP client \"{name}\"", () => Patience.Of(() => Made(name, type), Limit), null);

    private ComposedHttpClient Made(string name, Type? type)
    {
        var chain = HandlerChain.Of(provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(name));
        var options = provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get(name);
        var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient(name);
        var composed = new ComposedHttpClient
        {
            Name = name == Unknown ? "" : name,
            Type = type is null ? null : HostTypes.Of(type),
            TimeoutSeconds = Seconds(client.Timeout),
            Handlers = [.. chain.SkipLast(1).Where(h => h.GetType().Assembly != typeof(HttpClientFactoryOptions).Assembly).Select(h => new ComposedHandler(HostTypes.Of(h.GetType()), StrategyReader.Of(h)))],
            Primary = HostTypes.Of(chain[^1].GetType()),
            HandlerLifetimeSeconds = Seconds(options.HandlerLifetime),
        };
        return HandlerChain.Sockets(chain[^1]) is { } sockets
            ? composed with
            {
                MaxConnectionsPerServer = sockets.MaxConnectionsPerServer,
                PooledConnectionLifetimeSeconds = Seconds(sockets.PooledConnectionLifetime),
                ConnectTimeoutSeconds = Seconds(sockets.ConnectTimeout),
            }
            : composed;
    }

    /// <summary>Typed clients by name: the library keeps them to itself.</summary>
    private Dictionary<string, Type> Typed() =>
        services.Select(s => s.ImplementationInstance).FirstOrDefault(i => i?.GetType().FullName == Registry) is not { } registry ? []
        : registry.GetType().GetProperty("NamedClientRegistrations")?.GetValue(registry) as Dictionary<string, Type>
            ?? throw new MissingMemberException(Registry, "NamedClientRegistrations");

    /// <summary>The name that options are configured for: of the framework's class, or of one that looks like it.</summary>
    private static string? NameOf(object configuration) => configuration.GetType().GetProperty("Name")?.GetValue(configuration) as string;

    private static double? Seconds(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? null : time.TotalSeconds;
}
