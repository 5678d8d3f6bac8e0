using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Microsoft.Extensions.Http.Resilience
{
    public interface IHttpStandardResiliencePipelineBuilder
    {
        string PipelineName { get; }
        IServiceCollection Services { get; }
    }

    public interface IHttpResiliencePipelineBuilder
    {
        string PipelineName { get; }
        IServiceCollection Services { get; }
    }

    public interface IStandardHedgingHandlerBuilder
    {
        string Name { get; }
        IServiceCollection Services { get; }
    }

    public class HttpRetryStrategyOptions : RetryStrategyOptions<HttpResponseMessage>;

    public class HttpCircuitBreakerStrategyOptions : CircuitBreakerStrategyOptions<HttpResponseMessage>;

    public class HttpTimeoutStrategyOptions : TimeoutStrategyOptions;

    public class HttpStandardResilienceOptions
    {
        public HttpTimeoutStrategyOptions TotalRequestTimeout { get; set; } = new();
        public HttpRetryStrategyOptions Retry { get; set; } = new();
        public HttpCircuitBreakerStrategyOptions CircuitBreaker { get; set; } = new();
        public HttpTimeoutStrategyOptions AttemptTimeout { get; set; } = new();
    }

    public sealed class ResilienceHandlerContext
    {
        public IServiceProvider ServiceProvider { get; } = null!;
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    using Microsoft.Extensions.Http.Resilience;

    public static class ResilienceHttpClientBuilderExtensions
    {
        public static IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(this IHttpClientBuilder builder) => null!;

        public static IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(
            this IHttpClientBuilder builder, IConfigurationSection section) => null!;

        public static IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(
            this IHttpClientBuilder builder, Action<HttpStandardResilienceOptions> configure) => null!;

        public static IHttpResiliencePipelineBuilder AddResilienceHandler(
            this IHttpClientBuilder builder, string pipelineName, Action<ResiliencePipelineBuilder<HttpResponseMessage>> configure) => null!;

        public static IHttpResiliencePipelineBuilder AddResilienceHandler(
            this IHttpClientBuilder builder,
            string pipelineName,
            Action<ResiliencePipelineBuilder<HttpResponseMessage>, ResilienceHandlerContext> configure) => null!;

        public static IStandardHedgingHandlerBuilder AddStandardHedgingHandler(this IHttpClientBuilder builder) => null!;

        public static IHttpClientBuilder RemoveAllResilienceHandlers(this IHttpClientBuilder builder) => builder;
    }
}
