using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.SharedCache;

/// <summary>A read and a write of one key that others may come between.</summary>
/// <param name="Read">The read.</param>
/// <param name="Write">The write, or the increment.</param>
public sealed record LostUpdate(CacheAccess Read, CacheAccess Write)
{
    /// <summary>Whether a limit is read and compared before it is counted.</summary>
    public bool IsQuota => Write.Action == CacheAction.Increment;
}
