using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace ScaleFitness.Hosting.Running;

/// <summary>Adds an extension to a context's options that puts still services in place of those that talk to the database.</summary>
internal static class StillOptions
{
    public static ServiceDescriptor Of(ServiceDescriptor service) => service switch
    {
        { ImplementationInstance: { } made } => new(service.ServiceType, Still(made)),
        { ImplementationFactory: { } make } => ServiceDescriptor.Describe(service.ServiceType, provider => Still(make(provider)), service.Lifetime),
        _ => service,
    };

    private static object Still(object made)
    {
        try
        {
            return made is DbContextOptions options && options.FindExtension<Extension>() is null ? options.WithExtension(new Extension()) : made;
        }
        catch (Exception)
        {
            // Options of the app's own making.
            return made;
        }
    }

    private sealed class Extension : IDbContextOptionsExtension
    {
        private ExtensionInfo? _info;

        public DbContextOptionsExtensionInfo Info => _info ??= new(this);

        public void ApplyServices(IServiceCollection services) => StillStore.Put(services);

        public void Validate(IDbContextOptions options)
        {
        }
    }

    private sealed class ExtensionInfo(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "";

        public override int GetServiceProviderHashCode() => 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is ExtensionInfo;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo)
        {
        }
    }
}
