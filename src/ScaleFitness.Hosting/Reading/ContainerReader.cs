using Microsoft.Extensions.DependencyInjection;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Hosting.Reading;

/// <summary>Reads the container: the collection's registrations, those of a container of another library, and how it makes what is registered.</summary>
internal static class ContainerReader
{
    private const string Microsoft = "Microsoft.Extensions.DependencyInjection";

    public static ComposedHost Read(IServiceProvider provider, IReadOnlyList<ServiceDescriptor> services, Parts parts)
    {
        var (others, unread) = Others(provider, services, parts);
        return new()
        {
            Services = [.. parts.Read("the registrations", () => ServiceReader.Read(services), []), .. others.Select(o => o.Service)],
            Constructions = parts.Read("the constructors of services", () => new ConstructionReader(provider).Read([.. services.Select(Implementation).OfType<Type>(), .. others.Select(o => o.Makes).OfType<Type>()]), []),
            UnreadContainer = unread,
        };
    }

    private static (IReadOnlyList<(ComposedService Service, Type? Makes)> Found, string? Unread) Others(IServiceProvider provider, IReadOnlyList<ServiceDescriptor> services, Parts parts)
    {
        var library = provider.GetType().Assembly.GetName().Name ?? "";
        if (library == Microsoft)
            return ([], null);
        if (AutofacReader.IsIn(provider) && parts.Read("the registrations of Autofac", () => AutofacReader.Read(provider, services), null!) is { } found)
            return (found, null);
        parts.Note($"what is registered with the container of {library} itself is not known: lifetimes are those of the service collection");
        return ([], library);
    }

    private static Type? Implementation(ServiceDescriptor service) => service.IsKeyedService ? service.KeyedImplementationType : service.ImplementationType;
}
