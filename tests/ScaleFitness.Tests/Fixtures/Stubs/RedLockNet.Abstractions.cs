namespace RedLockNet;

public interface IRedLock : IDisposable, IAsyncDisposable
{
    string Resource { get; }
    string LockId { get; }
    bool IsAcquired { get; }
}
public interface IDistributedLockFactory
{
    IRedLock CreateLock(string resource, TimeSpan expiryTime);
    IRedLock CreateLock(string resource, TimeSpan expiryTime, TimeSpan waitTime, TimeSpan retryTime, CancellationToken? cancellationToken = null);
    Task<IRedLock> CreateLockAsync(string resource, TimeSpan expiryTime);
    Task<IRedLock> CreateLockAsync(string resource, TimeSpan expiryTime, TimeSpan waitTime, TimeSpan retryTime, CancellationToken? cancellationToken = null);
}
