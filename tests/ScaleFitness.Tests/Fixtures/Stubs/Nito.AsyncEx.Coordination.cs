using System.Runtime.CompilerServices;

namespace Nito.AsyncEx
{
    public struct AwaitableDisposable<T> where T : IDisposable
    {
        public Task<T> AsTask() => null!;
        public static implicit operator Task<T>(AwaitableDisposable<T> source) => null!;
        public TaskAwaiter<T> GetAwaiter() => default;
        public ConfiguredTaskAwaitable<T> ConfigureAwait(bool continueOnCapturedContext) => default;
    }

    public sealed class AsyncLock
    {
        public AwaitableDisposable<IDisposable> LockAsync(CancellationToken cancellationToken) => default;
        public AwaitableDisposable<IDisposable> LockAsync() => default;
        public IDisposable Lock(CancellationToken cancellationToken) => null!;
        public IDisposable Lock() => null!;
    }

    public sealed class AsyncReaderWriterLock
    {
        public AwaitableDisposable<IDisposable> ReaderLockAsync() => default;
        public AwaitableDisposable<IDisposable> WriterLockAsync() => default;
        public IDisposable ReaderLock() => null!;
        public IDisposable WriterLock() => null!;
    }

    public sealed class AsyncMonitor
    {
        public AwaitableDisposable<IDisposable> EnterAsync() => default;
        public IDisposable Enter() => null!;
    }

    public sealed class AsyncSemaphore(long initialCount)
    {
        public long CurrentCount => initialCount;
        public Task WaitAsync() => Task.CompletedTask;
        public void Wait() { }
        public void Release() { }
    }
}
