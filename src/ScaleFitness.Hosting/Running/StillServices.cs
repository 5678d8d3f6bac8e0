using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ScaleFitness.Hosting.Running;

/// <summary>Takes out of a container what would work, listen or refuse: hosted services but the web host's, the server, databases at start, the check of options.</summary>
internal static class StillServices
{
    private const string WebHost = "Microsoft.AspNetCore.Hosting.GenericWebHostService";
    private const string Server = "Microsoft.AspNetCore.Hosting.Server.IServer";

    public static void Silence(IServiceCollection services)
    {
        for (var i = services.Count - 1; i >= 0; i--)
            if (Works(services[i]))
                services.RemoveAt(i);
        if (services.FirstOrDefault(s => s.ServiceType.FullName == Server) is { } server)
            Still(services, server.ServiceType);
        StillDatabases.Silence(services);
        services.PostConfigure<HostOptions>(o => o.ServicesStartConcurrently = false);
    }

    /// <summary>Apart, since naming the still server loads ASP.NET Core, which a worker does not have.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Still(IServiceCollection services, Type server) => StillServer.Replace(services, server);

    /// <summary>A setting that is missing here is not the question: the check would keep all else from being read.</summary>
    private static bool Works(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService) && (service.IsKeyedService || service.ImplementationType?.FullName != WebHost)
        || service.ServiceType == typeof(IStartupValidator);
}
