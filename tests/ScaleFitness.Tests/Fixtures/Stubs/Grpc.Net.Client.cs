using Grpc.Core;

namespace Grpc.Net.Client;

public sealed class GrpcChannelOptions
{
    public HttpClient? HttpClient { get; set; }
    public HttpMessageHandler? HttpHandler { get; set; }
    public object? ServiceConfig { get; set; }
}

public sealed class GrpcChannel : ChannelBase, IDisposable
{
    private GrpcChannel(string target) : base(target) { }
    public static GrpcChannel ForAddress(string address) => new(address);
    public static GrpcChannel ForAddress(string address, GrpcChannelOptions channelOptions) => new(address);
    public void Dispose() { }
}
