namespace Flurl.Http;

public interface IFlurlResponse;

public interface IFlurlRequest
{
    IFlurlRequest AppendPathSegment(object segment);
    Task<IFlurlResponse> SendAsync(HttpMethod verb, HttpContent? content = null, CancellationToken cancellationToken = default);
}

public class FlurlRequest : IFlurlRequest
{
    public IFlurlRequest AppendPathSegment(object segment) => this;
    public Task<IFlurlResponse> SendAsync(HttpMethod verb, HttpContent? content = null, CancellationToken cancellationToken = default) => null!;
}

public interface IFlurlClient : IDisposable
{
    IFlurlRequest Request(params object[] urlSegments);
}

public class FlurlClient : IFlurlClient
{
    public FlurlClient(string? baseUrl = null) { }
    public FlurlClient(HttpClient httpClient, string? baseUrl = null) { }
    public IFlurlRequest Request(params object[] urlSegments) => new FlurlRequest();
    public void Dispose() { }
}

public static class GeneratedExtensions
{
    public static Task<T> GetJsonAsync<T>(this IFlurlRequest request, CancellationToken cancellationToken = default) => Task.FromResult(default(T)!);
    public static Task<T> GetJsonAsync<T>(this string url, CancellationToken cancellationToken = default) => Task.FromResult(default(T)!);
    public static Task<IFlurlResponse> PostJsonAsync(this IFlurlRequest request, object body, CancellationToken cancellationToken = default) => null!;
    public static Task<IFlurlResponse> PutJsonAsync(this IFlurlRequest request, object body, CancellationToken cancellationToken = default) => null!;
    public static Task<IFlurlResponse> PatchJsonAsync(this IFlurlRequest request, object body, CancellationToken cancellationToken = default) => null!;
    public static Task<IFlurlResponse> DeleteAsync(this IFlurlRequest request, CancellationToken cancellationToken = default) => null!;
}
