using Npgsql;
using Polly;
using Polly.Retry;

namespace Storefront.Customers;

/// <summary>Runs a read again when the database says that it may work the next time.</summary>
public class ReadRetry
{
    private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<NpgsqlException>(problem => problem.IsTransient),
            MaxRetryAttempts = 2,
            UseJitter = true,
        })
        .Build();

    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancel) =>
        await _pipeline.ExecuteAsync(async token => await read(token), cancel);
}
