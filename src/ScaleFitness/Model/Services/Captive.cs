using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Services;

/// <summary>A scoped service that an object of the process is made with.</summary>
/// <param name="Keeper">What lives as long as the process.</param>
/// <param name="Registration">Its registration; null for middleware.</param>
/// <param name="Site">The call that registers it, or puts it into the pipeline; null where no call can be told.</param>
/// <param name="Chain">What takes what: the keeper's own dependency first, the scoped service last.</param>
/// <param name="Scoped">The registration of the scoped service, or null where a library's code makes it.</param>
public sealed record Captive(TypeRef Keeper, ServiceRegistration? Registration, Call? Site, IReadOnlyList<Dependency> Chain, ServiceRegistration? Scoped)
{
    /// <summary>The scoped service, as it is asked for.</summary>
    public TypeRef Service => Chain[^1].Service;

    /// <summary>What brought the keeper about.</summary>
    internal object Cause => Registration?.Cause ?? Site!;
}
