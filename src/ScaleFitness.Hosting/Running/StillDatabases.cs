using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace ScaleFitness.Hosting.Running;

/// <summary>
/// Lets start-up that migrates, creates or fills its database find nothing to do, by the options that the container hands
/// to contexts. What cannot be stilled so connects as ever, and is refused.
/// </summary>
internal static class StillDatabases
{
    private const string Options = "Microsoft.EntityFrameworkCore.DbContextOptions`1";

    public static void Silence(IServiceCollection services)
    {
        for (var i = 0; i < services.Count; i++)
            if (services[i] is { IsKeyedService: false, ServiceType: { IsConstructedGenericType: true } type } && type.GetGenericTypeDefinition().FullName == Options)
                services[i] = Still(services[i]);
    }

    private static ServiceDescriptor Still(ServiceDescriptor service)
    {
        try
        {
            return Wrapped(service);
        }
        catch (Exception)
        {
            // A version that is put together otherwise.
            return service;
        }
    }

    /// <summary>Apart, so that EF Core's types are looked for only where they are there.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ServiceDescriptor Wrapped(ServiceDescriptor service) => StillOptions.Of(service);
}
