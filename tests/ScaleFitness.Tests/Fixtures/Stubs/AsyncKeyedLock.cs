namespace AsyncKeyedLock;

public sealed class AsyncNonKeyedLocker : IDisposable
{
    public AsyncNonKeyedLocker(int maxCount = 1) { }
    public IDisposable Lock() => null!;
    public ValueTask<IDisposable> LockAsync() => default;
    public ValueTask<IDisposable> LockAsync(CancellationToken cancellationToken) => default;
    public void Dispose() { }
}

public class AsyncKeyedLocker<TKey> : IDisposable where TKey : notnull
{
    public IDisposable Lock(TKey key) => null!;
    public ValueTask<IDisposable> LockAsync(TKey key) => default;
    public ValueTask<IDisposable> LockAsync(TKey key, CancellationToken cancellationToken) => default;
    public void Dispose() { }
}
