namespace Microsoft.VisualStudio.Threading;

public class AsyncSemaphore(int initialCount) : IDisposable
{
    public struct Releaser : IDisposable { public void Dispose() { } }
    public int CurrentCount => initialCount;
    public Task<Releaser> EnterAsync(CancellationToken cancellationToken = default) => null!;
    public void Dispose() { }
}
