using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Contoso.Http;

/// <summary>A company's own package: what its extensions do is not in the app.</summary>
public static class ContosoHttpClientBuilderExtensions
{
    /// <summary>The standard handler.</summary>
    public static IHttpClientBuilder AddContosoDefaults(this IHttpClientBuilder builder)
    {
        builder.AddStandardResilienceHandler();
        return builder;
    }

    /// <summary>Retries, and nothing else.</summary>
    public static IHttpClientBuilder AddContosoRetry(this IHttpClientBuilder builder)
    {
        builder.AddResilienceHandler("contoso", pipeline => pipeline.AddRetry(new HttpRetryStrategyOptions()));
        return builder;
    }

    /// <summary>A header.</summary>
    public static IHttpClientBuilder AddContosoHeaders(this IHttpClientBuilder builder) => builder.AddHttpMessageHandler(() => new ContosoHeaders());

    /// <summary>No limit of the client's own.</summary>
    public static IHttpClientBuilder AddContosoPatience(this IHttpClientBuilder builder) => builder.ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan);

    /// <summary>The standard handler for all clients.</summary>
    public static IServiceCollection AddContosoHttp(this IServiceCollection services) => services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());

    private sealed class ContosoHeaders : DelegatingHandler;
}
