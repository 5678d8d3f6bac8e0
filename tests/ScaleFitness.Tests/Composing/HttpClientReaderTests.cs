using ScaleFitness.Composing;
using ScaleFitness.Model.Composition;
using ScaleFitness.Tests.Harness;

namespace ScaleFitness.Tests.Composing;

/// <summary>What the host says of the factory's clients. Internals of the factory, of Polly 7 and Polly 8 are held here.</summary>
public sealed class HttpClientReaderTests
{
    [Fact]
    public void Clients_are_told_with_their_handlers_and_limits()
    {
        var answer = ComposedFixture.Compose(Compiled("""
            using Microsoft.Extensions.Http.Resilience;
            using Polly;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddTransient<Stamp>();
            builder.Services.AddHttpClient<Typed>();
            builder.Services.AddHttpClient("standard").AddStandardResilienceHandler();
            builder.Services.AddHttpClient("own").AddHttpMessageHandler<Stamp>().AddResilienceHandler("p", p => p.AddRetry(new HttpRetryStrategyOptions()).AddTimeout(TimeSpan.FromSeconds(1)));
            builder.Services.AddHttpClient("seven").AddPolicyHandler(Policy.WrapAsync(Policy.HandleResult<HttpResponseMessage>(r => false).RetryAsync(2), Policy.TimeoutAsync<HttpResponseMessage>(2)))
                .AddTransientHttpErrorPolicy(p => p.CircuitBreakerAsync(3, TimeSpan.FromSeconds(9)));
            builder.Services.AddHttpClient("hedged").AddStandardHedgingHandler();
            builder.Services.AddHttpClient("limits", c => c.Timeout = TimeSpan.FromSeconds(7))
                .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { MaxConnectionsPerServer = 9, PooledConnectionLifetime = TimeSpan.FromMinutes(1), ConnectTimeout = TimeSpan.FromSeconds(3) });
            builder.Services.AddHttpClient("never", c => c.Timeout = Timeout.InfiniteTimeSpan).ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { MaxConnectionsPerServer = 4 }).SetHandlerLifetime(TimeSpan.FromMinutes(5));
            builder.Build().Run();
            public class Typed(HttpClient http) { public HttpClient Http => http; }
            public class Stamp : DelegatingHandler;
            """));

        Assert.Null(answer.Failure);
        Assert.Empty(answer.Host!.Notes);
        var http = answer.Host.Http!;
        Assert.Equal(["", "Typed", "hedged", "limits", "never", "own", "seven", "standard"], http.Clients.Select(c => c.Name));
        Assert.Equal("Typed", Of("Typed").Type?.FullName);
        Assert.Equal(100, http.Others?.TimeoutSeconds);
        Assert.Empty(http.Others!.Handlers);
        Assert.Equal([ResilienceStrategy.Limit, ResilienceStrategy.Timeout, ResilienceStrategy.Retry, ResilienceStrategy.CircuitBreaker, ResilienceStrategy.Timeout], Strategies("standard"));
        Assert.Equal(["Stamp", "ResilienceHandler"], Of("own").Handlers.Select(h => h.Type.Name));
        Assert.Equal([ResilienceStrategy.Retry, ResilienceStrategy.Timeout], Strategies("own"));
        Assert.Equal([ResilienceStrategy.Retry, ResilienceStrategy.Timeout, ResilienceStrategy.CircuitBreaker], Strategies("seven"));
        Assert.Contains(ResilienceStrategy.Hedging, Strategies("hedged"));
        Assert.Equal((7d, 9, 60d, 3d), (Of("limits").TimeoutSeconds, Of("limits").MaxConnectionsPerServer, Of("limits").PooledConnectionLifetimeSeconds, Of("limits").ConnectTimeoutSeconds));
        Assert.Equal((null, 4, 300d), (Of("never").TimeoutSeconds, Of("never").MaxConnectionsPerServer, Of("never").HandlerLifetimeSeconds));

        ComposedHttpClient Of(string name) => http.Clients.Single(c => c.Name == name);

        IEnumerable<ResilienceStrategy> Strategies(string name) => Of(name).Handlers.SelectMany(h => h.Strategies);
    }

    [Fact]
    public void A_handler_that_throws_costs_its_client_alone()
    {
        var answer = ComposedFixture.Compose(Compiled("""
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHttpClient("broken").AddHttpMessageHandler(() => throw new InvalidOperationException("no secret here"));
            builder.Services.AddHttpClient("sound", c => c.Timeout = TimeSpan.FromSeconds(1));
            builder.Build().Run();
            """));

        Assert.Equal(["", "sound"], answer.Host!.Http!.Clients.Select(c => c.Name));
        Assert.Contains(answer.Host.Notes, n => n.StartsWith("the HTTP client \"broken\" could not be read", StringComparison.Ordinal));
    }

    private static CompiledFixture Compiled(string program)
    {
        var fixture = FixtureCompiler.Compile("Composed", [new SourceText("Program.cs", program)], FixtureBuild.Debug, WorkFolder.Create("composed"));
        Assert.Empty(fixture.Errors);
        return fixture;
    }
}
