namespace RestSharp;

public enum Method { Get, Post, Put, Delete }

public class RestRequest(string? resource = null, Method method = Method.Get)
{
    public string? Resource { get; } = resource;
    public Method Method { get; } = method;
}

public class RestResponse
{
    public string? Content { get; set; }
    public bool IsSuccessful { get; set; }
}

public class RestResponse<T> : RestResponse
{
    public T? Data { get; set; }
}

public class RestClientOptions
{
    public RestClientOptions() { }
    public RestClientOptions(string baseUrl) { }
    public TimeSpan? Timeout { get; set; }
}

public interface IRestClient : IDisposable
{
    Task<RestResponse> ExecuteAsync(RestRequest request, CancellationToken cancellationToken = default);
}

public class RestClient : IRestClient
{
    public RestClient(string baseUrl) { }
    public RestClient(RestClientOptions options) { }
    public RestClient(HttpClient httpClient, bool disposeHttpClient = false) { }
    public Task<RestResponse> ExecuteAsync(RestRequest request, CancellationToken cancellationToken = default) => Task.FromResult(new RestResponse());
    public void Dispose() { }
}

public static class RestClientExtensions
{
    public static Task<RestResponse<T>> ExecuteAsync<T>(
        this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => Task.FromResult(new RestResponse<T>());

    public static Task<T?> GetAsync<T>(
        this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => Task.FromResult(default(T));

    public static Task<T?> PostAsync<T>(
        this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => Task.FromResult(default(T));

    public static Task<T?> PutAsync<T>(
        this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => Task.FromResult(default(T));

    public static Task<T?> DeleteAsync<T>(
        this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => Task.FromResult(default(T));

    public static Task<T?> PatchAsync<T>(
        this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => Task.FromResult(default(T));
}
