using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Hosting.Reading;

/// <summary>Reads what instances share. Everything by names: a worker has none of these libraries.</summary>
internal sealed class SharingReader(IServiceProvider provider, IReadOnlyList<ServiceDescriptor> services, Parts parts)
{
    private readonly Behind _behind = new(provider, services);

    public ComposedSharing Read() => new()
    {
        DistributedCache = Type("the distributed cache", "Microsoft.Extensions.Caching.Distributed.IDistributedCache"),
        SessionStore = Type("the session's store", "Microsoft.AspNetCore.Session.ISessionStore"),
        TempData = Type("TempData's provider", "Microsoft.AspNetCore.Mvc.ViewFeatures.ITempDataProvider"),
        HubLifetimeManager = Type("the hubs' lifetime manager", "Microsoft.AspNetCore.SignalR.HubLifetimeManager`1"),
        OutputCacheStore = Type("the output cache's store", "Microsoft.AspNetCore.OutputCaching.IOutputCacheStore"),
        Keys = parts.Read("the keys of Data Protection", Keys, null),
        Schemes = parts.Read<IReadOnlyList<ComposedScheme>?>("the ways to sign in", () => SchemeReader.Read(_behind), null),
        MemoryCache = parts.Read("the memory cache", MemoryCache, null),
        Quartz = parts.Read("Quartz", Quartz, null),
    };

    private HostType? Type(string what, string service) => parts.Read(what, () => _behind.TypeOf(service) is { } type ? HostTypes.Of(type) : null, null);

    private ComposedKeys? Keys()
    {
        if (_behind.Registration("Microsoft.AspNetCore.DataProtection.IDataProtectionProvider") is not { } registration)
            return null;
        var repository = Property(_behind.Options("Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions"), "XmlRepository");
        var folder = (Property(repository, "Directory") as DirectoryInfo)?.FullName;
        var name = Property(_behind.Options("Microsoft.AspNetCore.DataProtection.DataProtectionOptions"), "ApplicationDiscriminator") as string;
        var root = Property(_behind.ObjectOf("Microsoft.Extensions.Hosting.IHostEnvironment"), "ContentRootPath") as string;
        return new(
            repository is null ? null : HostTypes.Of(repository.GetType()),
            folder?.StartsWith(@"\\", StringComparison.Ordinal) == true,
            (registration.ImplementationType ?? registration.ImplementationInstance?.GetType())?.Name == "EphemeralDataProtectionProvider",
            name is not null && root is not null && !name.Trim().TrimEnd('/', '\\').Equals(root.TrimEnd('/', '\\'), StringComparison.Ordinal));
    }

    private ComposedMemoryCache? MemoryCache()
    {
        if (_behind.ObjectOf("Microsoft.Extensions.Caching.Memory.IMemoryCache") is not { } cache)
            return null;
        // A cache of the framework's keeps its options to itself; for one of the app's, those of the container are the best guess.
        var options = cache.GetType().GetField("_options", BindingFlags.Instance | BindingFlags.NonPublic)?.GetValue(cache)
            ?? _behind.Options("Microsoft.Extensions.Caching.Memory.MemoryCacheOptions");
        return new(HostTypes.Of(cache.GetType()), Property(options, "SizeLimit") as long?);
    }

    private ComposedScheduler? Quartz()
    {
        if (_behind.Options("Quartz.QuartzOptions") is not IEnumerable<KeyValuePair<string, string?>> properties)
            return null;
        var settings = properties.ToDictionary(p => p.Key, p => p.Value, StringComparer.OrdinalIgnoreCase);
        var store = settings.GetValueOrDefault("quartz.jobStore.type");
        return new(
            store is null || store.Contains("RAMJobStore", StringComparison.Ordinal) ? null : store.Split(',')[0],
            "true".Equals(settings.GetValueOrDefault("quartz.jobStore.clustered"), StringComparison.OrdinalIgnoreCase));
    }

    private static object? Property(object? holder, string name) => holder?.GetType().GetProperty(name)?.GetValue(holder);
}
