namespace Contoso.Http;

/// <summary>A company's own package: what its extensions do is not in the app.</summary>
public static class ContosoHttpClientBuilderExtensions
{
    public static IHttpClientBuilder AddContosoDefaults(this IHttpClientBuilder builder) => builder;

    public static IHttpClientBuilder AddContosoRetry(this IHttpClientBuilder builder) => builder;
}
