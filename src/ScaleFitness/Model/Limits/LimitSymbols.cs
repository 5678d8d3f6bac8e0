namespace ScaleFitness.Model.Limits;

/// <summary>Names of rate limiting's and time limits' types: a test resolves each against the framework.</summary>
internal static class LimitSymbols
{
    public const string Options = "Microsoft.AspNetCore.RateLimiting.RateLimiterOptions";
    public const string OptionsExtensions = "Microsoft.AspNetCore.RateLimiting.RateLimiterOptionsExtensions";
    public const string Services = "Microsoft.AspNetCore.Builder.RateLimiterServiceCollectionExtensions";
    public const string Pipeline = "Microsoft.AspNetCore.Builder.RateLimiterApplicationBuilderExtensions";
    public const string Conventions = "Microsoft.AspNetCore.Builder.RateLimiterEndpointConventionBuilderExtensions";
    public const string Middleware = "Microsoft.AspNetCore.RateLimiting.RateLimitingMiddleware";
    public const string WebApplication = "Microsoft.AspNetCore.Builder.WebApplication";
    public const string RoutingPipeline = "Microsoft.AspNetCore.Builder.EndpointRoutingApplicationBuilderExtensions";
    public const string RoutingMiddleware = "Microsoft.AspNetCore.Routing.EndpointRoutingMiddleware";
    public const string EndpointMiddleware = "Microsoft.AspNetCore.Routing.EndpointMiddleware";
    public const string AuthenticationMiddleware = "Microsoft.AspNetCore.Authentication.AuthenticationMiddleware";
    public const string AuthenticationHandler = "Microsoft.AspNetCore.Authentication.IAuthenticationHandler";
    public const string TimeoutMiddleware = "Microsoft.AspNetCore.Http.Timeouts.RequestTimeoutsMiddleware";
    public const string TimeoutPipeline = "Microsoft.AspNetCore.Builder.RequestTimeoutsIApplicationBuilderExtensions";
    public const string TimeoutOptions = "Microsoft.AspNetCore.Http.Timeouts.RequestTimeoutOptions";
    public const string TimeoutAttribute = "Microsoft.AspNetCore.Http.Timeouts.RequestTimeoutAttribute";
    public const string Partitions = "System.Threading.RateLimiting.RateLimitPartition";
    public const string Partitioned = "System.Threading.RateLimiting.PartitionedRateLimiter";
    public const string PartitionedLimiter = "System.Threading.RateLimiting.PartitionedRateLimiter`1";
    public const string Concurrency = "System.Threading.RateLimiting.ConcurrencyLimiter";
    public const string Request = "Microsoft.AspNetCore.Http.HttpRequest";
    public const string Context = "Microsoft.AspNetCore.Http.HttpContext";
    public const string Connection = "Microsoft.AspNetCore.Http.ConnectionInfo";
    public const string Headers = "Microsoft.AspNetCore.Http.IHeaderDictionary";
    public const string Principal = "System.Security.Claims.ClaimsPrincipal";
    public const string ClaimsIdentity = "System.Security.Claims.ClaimsIdentity";
    public const string Identity = "System.Security.Principal.IIdentity";
    public const string PrincipalExtensions = "System.Security.Claims.PrincipalExtensions";
    public const string RouteValues = "Microsoft.AspNetCore.Routing.RoutingHttpContextExtensions";
    public const string PackageNamespace = "AspNetCoreRateLimit";
    public const string LimitersNamespace = "System.Threading.RateLimiting";
}
