using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Model.Sharing;

/// <summary>What stands behind <c>IDistributedCache</c> and the output cache, and who uses them.</summary>
public sealed class DistributedCaches
{
    internal DistributedCaches(CodeModel code, CallIndex index, SetupCalls setup, ServiceGraph services, Reach reach)
    {
        var adding = setup.Find(n => n.StartsWith("Add", StringComparison.Ordinal) && (n.Contains("Cache", StringComparison.Ordinal) || n.Contains("Memcached", StringComparison.Ordinal)), m => !m.HasThis || m.DeclaringType.Name.Contains("Builder", StringComparison.Ordinal));
        InMemory = [.. adding.Where(c => c.Method.Is(SharingSymbols.MemoryCaches, "AddDistributedMemoryCache"))];
        ByDefault = setup.Find(n => n is "AddMvc" or "AddControllersWithViews" or "AddRazorPages", m => m.Is(SharingSymbols.Views));
        IsShared = adding.Any(c => SharedStores.IsNamedIn(c.Method.Name) && !c.Method.Name.Contains("OutputCache", StringComparison.Ordinal) && !c.Method.Name.Contains("Backplane", StringComparison.Ordinal))
            || services.Registrations.Any(r => r.Service.Is(SharingSymbols.DistributedCache) && r.Implementation?.FullName != SharingSymbols.MemoryDistributedCache)
            || setup.Refers("Caching", SharedStores.IsNamedIn);
        Uses = [.. index.Calling(IsUse, IsUse).Where(f => reach.IsOnRequest(f) || reach.IsInBackground(f)).SelectMany(f => code.BodyOf(f).Calls).Where(c => IsUse(c.Method.Name) && IsUse(c.Method))];
        OutputCaches = [.. adding.Where(c => c.Method.Is(SharingSymbols.OutputCaching, "AddOutputCache"))];
        IsOutputShared = adding.Any(c => c.Method.Name.Contains("OutputCache", StringComparison.Ordinal) && SharedStores.IsNamedIn(c.Method.Name))
            || services.Registrations.Any(r => r.Service.Is(SharingSymbols.OutputCacheStore));
        Evictions = [.. index.Mentioning("EvictByTagAsync").Where(f => reach.IsOnRequest(f) || reach.IsInBackground(f)).SelectMany(f => code.BodyOf(f).Calls).Where(c => c.Method.Is(SharingSymbols.OutputCacheStore, "EvictByTagAsync"))];
    }

    /// <summary>Calls of <c>AddDistributedMemoryCache</c> that a deployed app runs.</summary>
    public IReadOnlyList<Call> InMemory { get; }

    /// <summary>Calls that register the cache in memory in passing: MVC with views does, for its tag helpers.</summary>
    public IReadOnlyList<Call> ByDefault { get; }

    /// <summary>Whether some registration brings a store that all instances reach.</summary>
    public bool IsShared { get; }

    /// <summary>Reads and writes of the cache at work.</summary>
    public IReadOnlyList<Call> Uses { get; }

    /// <summary>Calls of <c>AddOutputCache</c>.</summary>
    public IReadOnlyList<Call> OutputCaches { get; }

    /// <summary>Whether all instances share the output cache.</summary>
    public bool IsOutputShared { get; }

    /// <summary>Calls that drop cached answers by their tag.</summary>
    public IReadOnlyList<Call> Evictions { get; }

    private static bool IsUse(string name) =>
        name.StartsWith("Get", StringComparison.Ordinal) || name.StartsWith("Set", StringComparison.Ordinal) || name.StartsWith("Remove", StringComparison.Ordinal) || name.StartsWith("Refresh", StringComparison.Ordinal);

    private static bool IsUse(MethodRef method) => method.DeclaringType.FullName is SharingSymbols.DistributedCache or SharingSymbols.DistributedCacheExtensions;
}
