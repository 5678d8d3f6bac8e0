namespace Grpc.Core;

public abstract class ChannelBase(string target)
{
    public string Target { get; } = target;
}

public abstract class ClientBase
{
    protected ClientBase(ChannelBase channel) { }
}

public sealed class Metadata;

public struct CallOptions
{
    public CallOptions(Metadata? headers = null, DateTime? deadline = null, CancellationToken cancellationToken = default)
    {
        Headers = headers;
        Deadline = deadline;
        CancellationToken = cancellationToken;
    }

    public Metadata? Headers { get; private set; }
    public DateTime? Deadline { get; private set; }
    public CancellationToken CancellationToken { get; private set; }

    public CallOptions WithDeadline(DateTime deadline) => this with { Deadline = deadline };
    public CallOptions WithCancellationToken(CancellationToken cancellationToken) => this with { CancellationToken = cancellationToken };
}

public sealed class AsyncServerStreamingCall<TResponse> : IDisposable
{
    public IAsyncEnumerable<TResponse> ReadAllAsync() => null!;
    public void Dispose() { }
}

public abstract class ClientBase<T>(ChannelBase channel) : ClientBase(channel) where T : ClientBase<T>
{
    public T WithHost(string host) => (T)this;
}

public abstract class ServerCallContext
{
    public CancellationToken CancellationToken { get; }
}

[AttributeUsage(AttributeTargets.Class)]
public class BindServiceMethodAttribute(Type bindType, string bindMethodName) : Attribute
{
    public Type BindType { get; } = bindType;
    public string BindMethodName { get; } = bindMethodName;
}

public sealed class AsyncUnaryCall<TResponse> : IDisposable
{
    public Task<TResponse> ResponseAsync => null!;
    public System.Runtime.CompilerServices.TaskAwaiter<TResponse> GetAwaiter() => ResponseAsync.GetAwaiter();
    public void Dispose() { }
}
