namespace ScaleFitness.Model.Routing;

/// <summary>Names of routing's and rate limiting's types: a test resolves each against the framework.</summary>
internal static class RoutingSymbols
{
    public const string EndpointRouteBuilder = "Microsoft.AspNetCore.Routing.IEndpointRouteBuilder";
    public const string EndpointConventionBuilder = "Microsoft.AspNetCore.Builder.IEndpointConventionBuilder";
    public const string ApplicationBuilder = "Microsoft.AspNetCore.Builder.IApplicationBuilder";
    public const string EnableRateLimiting = "Microsoft.AspNetCore.RateLimiting.EnableRateLimitingAttribute";
    public const string DisableRateLimiting = "Microsoft.AspNetCore.RateLimiting.DisableRateLimitingAttribute";
    public const string RateLimiterOptions = "Microsoft.AspNetCore.RateLimiting.RateLimiterOptions";
    public const string ApplicationModelsNamespace = "Microsoft.AspNetCore.Mvc.ApplicationModels";
    public const string RateLimitersNamespace = "System.Threading.RateLimiting";
    public const string RouteAttribute = "Microsoft.AspNetCore.Mvc.RouteAttribute";
    public const string HttpMethodAttribute = "Microsoft.AspNetCore.Mvc.Routing.HttpMethodAttribute";
}
