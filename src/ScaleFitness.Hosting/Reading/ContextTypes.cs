using Microsoft.Extensions.DependencyInjection;

namespace ScaleFitness.Hosting.Reading;

/// <summary>The EF Core contexts that a container knows, found by names: EF Core need not be there.</summary>
internal static class ContextTypes
{
    private const string Options = "Microsoft.EntityFrameworkCore.DbContextOptions`1";
    private const string Factory = "Microsoft.EntityFrameworkCore.IDbContextFactory`1";
    private const string Context = "Microsoft.EntityFrameworkCore.DbContext";

    /// <summary>In the order of the container, each once.</summary>
    public static IReadOnlyList<Type> In(IEnumerable<ServiceDescriptor> services) =>
        [.. services.Where(s => !s.IsKeyedService).Select(s => Of(s.ServiceType) ?? Of(s.ImplementationType)).OfType<Type>().Where(t => !t.IsAbstract && !t.ContainsGenericParameters).Distinct()];

    private static Type? Of(Type? service) =>
        service is null ? null
        : service.IsConstructedGenericType && service.GetGenericTypeDefinition().FullName is Options or Factory ? service.GetGenericArguments()[0]
        : IsContext(service) ? service
        : null;

    private static bool IsContext(Type type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
            if (current.FullName == Context)
                return true;
        return false;
    }
}
