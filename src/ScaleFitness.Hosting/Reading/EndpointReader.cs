using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ScaleFitness.Hosting.Asking;
using ScaleFitness.Model.Composition;
using HostEndpoint = Microsoft.AspNetCore.Http.Endpoint;

namespace ScaleFitness.Hosting.Reading;

/// <summary>Reads the endpoints that the host would serve.</summary>
internal sealed class EndpointReader(IServiceProvider provider)
{
    private const string GrpcMetadata = "Grpc.AspNetCore.Server.GrpcMethodMetadata";

    private readonly RateLimitReader _limits = new(provider);

    /// <summary>Whether callers must be known to all endpoints that do not say otherwise.</summary>
    private readonly bool _isClosed = provider.GetService<IOptions<AuthorizationOptions>>()?.Value.FallbackPolicy is not null;

    /// <summary>Those that exist for links alone answer nothing.</summary>
    public IReadOnlyList<ComposedEndpoint> Read() =>
        [.. (provider.GetService<EndpointDataSource>()?.Endpoints ?? []).Where(e => e.Metadata.GetMetadata<ISuppressMatchingMetadata>() is not { SuppressMatching: true }).Select(Read)];

    private ComposedEndpoint Read(HostEndpoint listed)
    {
        var endpoint = Loaded(listed);
        var metadata = endpoint.Metadata;
        var grpc = metadata.FirstOrDefault(m => m.GetType().FullName == GrpcMetadata);
        var limit = metadata.GetMetadata<EnableRateLimitingAttribute>();
        var timeout = metadata.GetMetadata<RequestTimeoutAttribute>();
        return new()
        {
            Name = endpoint.DisplayName ?? "",
            Route = (listed as RouteEndpoint)?.RoutePattern.RawText,
            Verbs = metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [],
            Handler = HandlerOf(endpoint, grpc),
            Type = ServiceOf(metadata, grpc) is { } service ? HostTypes.Of(service) : null,
            // What an action's filters are, conventions may have added.
            Metadata = [.. metadata.Concat(metadata.GetMetadata<ControllerActionDescriptor>()?.FilterDescriptors.Select(f => f.Filter) ?? []).Select(m => m.GetType()).Distinct().Select(HostTypes.Of)],
            LimitPolicy = limit is null ? null : limit.PolicyName ?? "",
            Limiter = limit is null ? null : _limits.Inline(limit),
            IsLimitDisabled = metadata.GetMetadata<DisableRateLimitingAttribute>() is not null,
            RequiresAuthorization = metadata.GetMetadata<IAllowAnonymous>() is null && (_isClosed || metadata.GetMetadata<IAuthorizeData>() is not null || metadata.GetMetadata<AuthorizationPolicy>() is not null),
            TimeoutPolicy = timeout is not null ? timeout.PolicyName ?? "" : metadata.GetMetadata<RequestTimeoutPolicy>() is not null ? "" : null,
            IsTimeoutDisabled = metadata.GetMetadata<DisableRequestTimeoutAttribute>() is not null,
        };
    }

    /// <summary>A page is compiled when it is first asked for: only then is it known what its model's attributes say.</summary>
    private HostEndpoint Loaded(HostEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page || page is CompiledPageActionDescriptor || provider.GetService<PageLoader>() is not { } loader)
            return endpoint;
        return Trial.Of(() => loader.LoadAsync(page, endpoint.Metadata).GetAwaiter().GetResult().Endpoint).Result ?? endpoint;
    }

    private static HostMethod? HandlerOf(HostEndpoint endpoint, object? grpc)
    {
        // Minimal APIs keep the delegate's method in their metadata, unless it takes the context and is called as it is.
        if ((endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.MethodInfo ?? endpoint.Metadata.GetMetadata<MethodInfo>()) is { DeclaringType: { } type } handler)
            return HostTypes.Of(handler, type);
        if (grpc is not null && Property(grpc, "ServiceType") is Type service && Property(grpc, "Method") is { } method && Property(method, "Name") is string name && service.GetMethod(name) is { DeclaringType: { } declaring } called)
            return HostTypes.Of(called, declaring);
        return HostTypes.Of(endpoint.RequestDelegate);
    }

    private static Type? ServiceOf(EndpointMetadataCollection metadata, object? grpc) =>
        metadata.GetMetadata<HubMetadata>()?.HubType
        ?? metadata.GetMetadata<CompiledPageActionDescriptor>()?.HandlerTypeInfo.AsType()
        ?? (grpc is null ? null : Property(grpc, "ServiceType") as Type);

    private static object? Property(object of, string name) => of.GetType().GetProperty(name)?.GetValue(of);
}
