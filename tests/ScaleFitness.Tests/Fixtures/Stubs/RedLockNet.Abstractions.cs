namespace RedLockNet;

public interface IRedLock : IDisposable, IAsyncDisposable
{
    bool IsAcquired { get; }
}

public interface IDistributedLockFactory
{
    IRedLock CreateLock(string resource, TimeSpan expiryTime);
    Task<IRedLock> CreateLockAsync(string resource, TimeSpan expiryTime);
}
