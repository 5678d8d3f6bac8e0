using Microsoft.Extensions.DependencyInjection;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Hosting.Reading;

/// <summary>Reads a host that was composed. Each part is read for itself: what fails is noted, and the rest goes on.</summary>
internal static class HostReader
{
    public static ComposedHost Read(IServiceProvider provider, IReadOnlyList<ServiceDescriptor> services, bool isComplete, string environment, List<string> notes)
    {
        var parts = new Parts(notes);
        var isWeb = services.Any(s => s.ServiceType.FullName == "Microsoft.AspNetCore.Hosting.Server.IServer");
        return ContainerReader.Read(provider, services, parts) with
        {
            Environment = environment,
            IsComplete = isComplete,
            Endpoints = isWeb && isComplete ? parts.Read("the endpoints", () => new EndpointReader(provider).Read(), []) : [],
            Middleware = isWeb && isComplete ? parts.Read("the middleware", () => MiddlewareReader.Read(provider), []) : [],
            AllMiddleware = isWeb && isComplete ? parts.Read("the branches of the middleware", () => BranchReader.Read(provider), []) : [],
            RateLimits = isWeb ? parts.Read("the rate limiter", () => new RateLimitReader(provider).Read(), null) : null,
            Timeouts = isWeb ? parts.Read("the time limits on requests", () => TimeoutReader.Read(provider), null) : null,
            Contexts = parts.Read("the contexts", () => ContextTypes.In(services) is { Count: > 0 } contexts ? ContextReader.Read(provider, contexts, notes) : [], []),
            Sharing = parts.Read("what instances share", () => new SharingReader(provider, services, parts).Read(), null),
            Http = services.Any(s => s.ServiceType.FullName == "System.Net.Http.IHttpClientFactory") ? parts.Read("the HTTP clients", () => new HttpClientReader(provider, services, parts).Read(), null) : null,
            Settings = parts.Read("the settings", () => SettingReader.Read(provider), []),
            Notes = notes,
        };
    }
}
