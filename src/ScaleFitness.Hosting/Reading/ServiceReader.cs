using Microsoft.Extensions.DependencyInjection;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Hosting.Reading;

/// <summary>Reads registrations.</summary>
internal static class ServiceReader
{
    public static IReadOnlyList<ComposedService> Read(IReadOnlyList<ServiceDescriptor> services) => [.. services.Select(Read)];

    private static ComposedService Read(ServiceDescriptor service, int order)
    {
        var (implementation, factory, instance) = service.IsKeyedService
            ? (service.KeyedImplementationType, (Delegate?)service.KeyedImplementationFactory, service.KeyedImplementationInstance)
            : (service.ImplementationType, service.ImplementationFactory, service.ImplementationInstance);
        return new(
            order,
            HostTypes.Of(service.ServiceType),
            implementation is null ? null : HostTypes.Of(implementation),
            HostTypes.Of(factory),
            instance is null ? null : HostTypes.Of(instance.GetType()),
            service.Lifetime switch { ServiceLifetime.Singleton => Lifetime.Singleton, ServiceLifetime.Scoped => Lifetime.Scoped, _ => Lifetime.Transient },
            service.IsKeyedService,
            service.ServiceKey switch { null => null, string text => text, Type type => type.FullName, Enum or int or long or char or bool => service.ServiceKey.ToString(), _ => null });
    }
}
