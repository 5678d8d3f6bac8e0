using Microsoft.Extensions.DependencyInjection;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Hosting.Asking;

/// <summary>The request's services. What a service knows of the caller when a request is served cannot be told: that one was asked for is noted.</summary>
internal sealed class AskedServices(Caller caller, IServiceProvider services) : IServiceProvider, IKeyedServiceProvider
{
    public object? GetService(Type serviceType)
    {
        if (!(serviceType.Namespace?.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) ?? false))
            caller.Note(CallerFactKind.Other, serviceType.Name);
        return services.GetService(serviceType);
    }

    public object? GetKeyedService(Type serviceType, object? serviceKey)
    {
        caller.Note(CallerFactKind.Other, serviceType.Name);
        return (services as IKeyedServiceProvider)?.GetKeyedService(serviceType, serviceKey);
    }

    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) =>
        GetKeyedService(serviceType, serviceKey) ?? throw new InvalidOperationException($"no service {serviceType.Name}");
}
