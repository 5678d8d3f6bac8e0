using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Hosting.Reading;

/// <summary>Reads registrations.</summary>
internal static class ServiceReader
{
    public static IReadOnlyList<ComposedService> Read(IReadOnlyList<ServiceDescriptor> services) => [.. services.Select(Read)];

    /// <summary>A key as text, or null where it has none of its own. In code a member of an enum, a character and a truth are numbers.</summary>
    public static string? KeyOf(object? key) => key switch
    {
        null => null,
        string text => text,
        Type type => type.FullName,
        Enum member => member.ToString("D"),
        bool truth => truth ? "1" : "0",
        int or long or char => Convert.ToInt64(key, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static ComposedService Read(ServiceDescriptor service, int order)
    {
        var (implementation, factory, instance) = service.IsKeyedService
            ? (service.KeyedImplementationType, (Delegate?)service.KeyedImplementationFactory, service.KeyedImplementationInstance)
            : (service.ImplementationType, service.ImplementationFactory, service.ImplementationInstance);
        return new(
            order,
            HostTypes.Of(service.ServiceType),
            implementation is null ? null : HostTypes.Of(implementation),
            HostTypes.Of(Factories.Unwrapped(factory)),
            instance is null ? null : HostTypes.Of(instance.GetType()),
            service.Lifetime switch { ServiceLifetime.Singleton => Lifetime.Singleton, ServiceLifetime.Scoped => Lifetime.Scoped, _ => Lifetime.Transient },
            service.IsKeyedService,
            KeyOf(service.ServiceKey));
    }
}
