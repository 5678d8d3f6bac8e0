namespace Polly;

public interface IsPolicy
{
    string PolicyKey { get; }
}

public interface IAsyncPolicy<TResult> : IsPolicy
{
    Task<TResult> ExecuteAsync(Func<Task<TResult>> action);
    Task<TResult> ExecuteAsync(Func<CancellationToken, Task<TResult>> action, CancellationToken cancellationToken);
}

public class AsyncPolicy<TResult> : IAsyncPolicy<TResult>
{
    public string PolicyKey => "";
    public Task<TResult> ExecuteAsync(Func<Task<TResult>> action) => action();
    public Task<TResult> ExecuteAsync(Func<CancellationToken, Task<TResult>> action, CancellationToken cancellationToken) => action(cancellationToken);
}

public class PolicyBuilder<TResult>;

public abstract class Policy
{
    public static PolicyBuilder<TResult> HandleResult<TResult>(Func<TResult, bool> resultPredicate) => new();
    public static AsyncPolicy<TResult> TimeoutAsync<TResult>(TimeSpan timeout) => new();
}

public static class AsyncRetryTResultSyntax
{
    public static AsyncPolicy<TResult> WaitAndRetryAsync<TResult>(
        this PolicyBuilder<TResult> policyBuilder, int retryCount, Func<int, TimeSpan> sleepDurationProvider) => new();
}

public static class AsyncCircuitBreakerTResultSyntax
{
    public static AsyncPolicy<TResult> CircuitBreakerAsync<TResult>(
        this PolicyBuilder<TResult> policyBuilder, int handledEventsAllowedBeforeBreaking, TimeSpan durationOfBreak) => new();
}
