using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Model.Sharing;

/// <summary>What stands behind <c>IDistributedCache</c> and the output cache, and who uses them.</summary>
public sealed class DistributedCaches
{
    /// <summary>Internal to the framework.</summary>
    internal const string MemoryOutputCacheStore = "Microsoft.AspNetCore.OutputCaching.Memory.MemoryOutputCacheStore";

    internal DistributedCaches(CodeModel code, CallIndex index, SetupCalls setup, ServiceGraph services, Reach reach, ComposedSharing? host)
    {
        var adding = setup.Find(n => n.StartsWith("Add", StringComparison.Ordinal) && (n.Contains("Cache", StringComparison.Ordinal) || n.Contains("Memcached", StringComparison.Ordinal)), m => !m.HasThis || m.DeclaringType.Name.Contains("Builder", StringComparison.Ordinal));
        InMemory = [.. adding.Where(c => c.Method.Is(SharingSymbols.MemoryCaches, "AddDistributedMemoryCache"))];
        ByDefault = setup.Find(n => n is "AddMvc" or "AddControllersWithViews" or "AddRazorPages", m => m.Is(SharingSymbols.Views));
        var isSharedInCode = adding.Any(c => SharedStores.IsNamedIn(c.Method.Name) && !c.Method.Name.Contains("OutputCache", StringComparison.Ordinal) && !c.Method.Name.Contains("Backplane", StringComparison.Ordinal))
            || services.Registrations.Any(r => r.Service.Is(SharingSymbols.DistributedCache) && (host is null || r.Implementation is not null) && r.Implementation?.FullName != SharingSymbols.MemoryDistributedCache)
            || setup.Refers("Caching", SharedStores.IsNamedIn);
        IsKnown = host?.DistributedCache is not null;
        IsShared = host?.DistributedCache is { } cache ? cache.FullName != SharingSymbols.MemoryDistributedCache : isSharedInCode;
        IsInDoubt = !IsShared && isSharedInCode;
        Uses = [.. index.Calling(IsUse, IsUse).Where(f => reach.IsOnRequest(f) || reach.IsInBackground(f)).SelectMany(f => code.BodyOf(f).Calls).Where(c => IsUse(c.Method.Name) && IsUse(c.Method))];
        OutputCaches = [.. adding.Where(c => c.Method.Is(SharingSymbols.OutputCaching, "AddOutputCache"))];
        var isOutputSharedInCode = adding.Any(c => c.Method.Name.Contains("OutputCache", StringComparison.Ordinal) && SharedStores.IsNamedIn(c.Method.Name))
            || host is null && services.Registrations.Any(r => r.Service.Is(SharingSymbols.OutputCacheStore));
        IsOutputShared = host?.OutputCacheStore is { } store ? store.FullName != MemoryOutputCacheStore : isOutputSharedInCode;
        IsOutputInDoubt = !IsOutputShared && isOutputSharedInCode;
        Evictions = [.. index.Mentioning("EvictByTagAsync").Where(f => reach.IsOnRequest(f) || reach.IsInBackground(f)).SelectMany(f => code.BodyOf(f).Calls).Where(c => c.Method.Is(SharingSymbols.OutputCacheStore, "EvictByTagAsync"))];
    }

    /// <summary>Calls of <c>AddDistributedMemoryCache</c> that a deployed app runs.</summary>
    public IReadOnlyList<Call> InMemory { get; }

    /// <summary>Calls that register the cache in memory in passing: MVC with views does, for its tag helpers.</summary>
    public IReadOnlyList<Call> ByDefault { get; }

    /// <summary>Whether all instances reach the store behind the cache.</summary>
    public bool IsShared { get; }

    /// <summary>Whether the composed app said what is behind the cache.</summary>
    public bool IsKnown { get; }

    /// <summary>Whether code registers a store for all instances and the composed app has none: under other settings it may.</summary>
    public bool IsInDoubt { get; }

    /// <summary>Reads and writes of the cache at work.</summary>
    public IReadOnlyList<Call> Uses { get; }

    /// <summary>Calls of <c>AddOutputCache</c>.</summary>
    public IReadOnlyList<Call> OutputCaches { get; }

    /// <summary>Whether all instances share the output cache.</summary>
    public bool IsOutputShared { get; }

    /// <summary>Whether code registers a store of all instances for it, and the composed app has none.</summary>
    public bool IsOutputInDoubt { get; }

    /// <summary>Calls that drop cached answers by their tag.</summary>
    public IReadOnlyList<Call> Evictions { get; }

    private static bool IsUse(string name) =>
        name.StartsWith("Get", StringComparison.Ordinal) || name.StartsWith("Set", StringComparison.Ordinal) || name.StartsWith("Remove", StringComparison.Ordinal) || name.StartsWith("Refresh", StringComparison.Ordinal);

    private static bool IsUse(MethodRef method) => method.DeclaringType.FullName is SharingSymbols.DistributedCache or SharingSymbols.DistributedCacheExtensions;
}
