using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Model.Limits;

/// <summary>A place where code says which partition a caller belongs to.</summary>
/// <param name="Call">The call.</param>
/// <param name="Key">What the partition's key is made of.</param>
/// <param name="LetsThrough">Whether nothing counts in the partition.</param>
/// <param name="When">What of the caller's decides that it is this partition.</param>
public sealed record PartitionCall(Call Call, CallerKey Key, bool LetsThrough, IReadOnlyList<CallerFact> When);

/// <summary>What a partition's key is made of, by the code.</summary>
/// <param name="By">What of the caller's it holds.</param>
/// <param name="IsPerRequest">Whether it holds something that each request has for itself.</param>
/// <param name="IsOpaque">Whether it holds something that cannot be told.</param>
public sealed record CallerKey(IReadOnlyList<CallerFact> By, bool IsPerRequest, bool IsOpaque)
{
    /// <summary>Whether all callers have the same.</summary>
    public bool IsShared => By.Count == 0 && !IsPerRequest && !IsOpaque;
}
