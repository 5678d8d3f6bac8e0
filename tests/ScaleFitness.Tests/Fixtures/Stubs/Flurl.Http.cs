namespace Flurl.Http;

public interface IFlurlRequest
{
    IFlurlRequest AppendPathSegment(object segment);
}

public class FlurlRequest : IFlurlRequest
{
    public IFlurlRequest AppendPathSegment(object segment) => this;
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
}
