namespace Grpc.Core;

public abstract class ChannelBase(string target)
{
    public string Target { get; } = target;
}

public abstract class ClientBase
{
    protected ClientBase(ChannelBase channel) { }
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
