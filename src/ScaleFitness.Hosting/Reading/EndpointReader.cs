using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using ScaleFitness.Model.Composition;
using HostEndpoint = Microsoft.AspNetCore.Http.Endpoint;

namespace ScaleFitness.Hosting.Reading;

/// <summary>Reads the endpoints that the host would serve.</summary>
internal static class EndpointReader
{
    private const string GrpcMetadata = "Grpc.AspNetCore.Server.GrpcMethodMetadata";

    public static IReadOnlyList<ComposedEndpoint> Read(IServiceProvider provider) =>
        [.. (provider.GetService<EndpointDataSource>()?.Endpoints ?? []).Select(Read)];

    private static ComposedEndpoint Read(HostEndpoint endpoint)
    {
        var metadata = endpoint.Metadata;
        var action = metadata.GetMetadata<ControllerActionDescriptor>();
        // Minimal APIs keep the delegate's method in their metadata.
        var handler = action?.MethodInfo ?? metadata.GetMetadata<System.Reflection.MethodInfo>();
        var limit = metadata.GetMetadata<EnableRateLimitingAttribute>();
        var timeout = metadata.GetMetadata<RequestTimeoutAttribute>();
        return new()
        {
            Name = endpoint.DisplayName ?? "",
            Route = (endpoint as RouteEndpoint)?.RoutePattern.RawText,
            Verbs = metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [],
            Handler = handler is { DeclaringType: { } type } ? HostTypes.Of(handler, type) : null,
            Type = ServiceOf(metadata) is { } service ? HostTypes.Of(service) : null,
            Metadata = [.. metadata.Select(m => HostTypes.Of(m.GetType()))],
            LimitPolicy = limit is null ? null : limit.PolicyName ?? "",
            IsLimitDisabled = metadata.GetMetadata<DisableRateLimitingAttribute>() is not null,
            RequiresAuthorization = metadata.GetMetadata<IAllowAnonymous>() is null && (metadata.GetMetadata<IAuthorizeData>() is not null || metadata.GetMetadata<AuthorizationPolicy>() is not null),
            TimeoutPolicy = timeout is not null ? timeout.PolicyName ?? "" : metadata.GetMetadata<RequestTimeoutPolicy>() is not null ? "" : null,
            IsTimeoutDisabled = metadata.GetMetadata<DisableRequestTimeoutAttribute>() is not null,
        };
    }

    private static Type? ServiceOf(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<HubMetadata>()?.HubType
        ?? metadata.GetMetadata<CompiledPageActionDescriptor>()?.HandlerTypeInfo.AsType()
        ?? ServiceOf(metadata.FirstOrDefault(m => m.GetType().FullName == GrpcMetadata));

    private static Type? ServiceOf(object? grpc) => grpc?.GetType().GetProperty("ServiceType")?.GetValue(grpc) as Type;
}
