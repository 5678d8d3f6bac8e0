namespace ScaleFitness.Model.Http;

/// <summary>Names of outbound HTTP's types: a test resolves each against the framework or the package.</summary>
internal static class HttpSymbols
{
    public const string HttpClient = "System.Net.Http.HttpClient";
    public const string HttpMessageInvoker = "System.Net.Http.HttpMessageInvoker";
    public const string HttpMessageHandler = "System.Net.Http.HttpMessageHandler";
    public const string DelegatingHandler = "System.Net.Http.DelegatingHandler";
    public const string HttpClientHandler = "System.Net.Http.HttpClientHandler";
    public const string SocketsHttpHandler = "System.Net.Http.SocketsHttpHandler";
    public const string HttpClientFactory = "System.Net.Http.IHttpClientFactory";
    public const string HttpClientFactoryExtensions = "System.Net.Http.HttpClientFactoryExtensions";
    public const string HttpClientBuilder = "Microsoft.Extensions.DependencyInjection.IHttpClientBuilder";
    public const string ServiceCollection = "Microsoft.Extensions.DependencyInjection.IServiceCollection";
    public const string RestClient = "RestSharp.RestClient";
    public const string RestClientInterface = "RestSharp.IRestClient";
    public const string RestClientOptions = "RestSharp.RestClientOptions";
    public const string FlurlClient = "Flurl.Http.FlurlClient";
    public const string FlurlClientInterface = "Flurl.Http.IFlurlClient";
    public const string GrpcChannel = "Grpc.Net.Client.GrpcChannel";
    public const string GrpcChannelOptions = "Grpc.Net.Client.GrpcChannelOptions";
    public const string GrpcClient = "Grpc.Core.ClientBase";
    public const string GrpcCallOptions = "Grpc.Core.CallOptions";
    public const string RefitService = "Refit.RestService";
    public const string RefitMethod = "Refit.HttpMethodAttribute";
    public const string RefitGet = "Refit.GetAttribute";
    public const string RefitHead = "Refit.HeadAttribute";
}
