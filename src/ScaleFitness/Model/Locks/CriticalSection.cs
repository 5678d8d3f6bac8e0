using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Locks;

/// <summary>Code that runs while a lock is held.</summary>
/// <param name="Function">The function.</param>
/// <param name="Lock">What is locked.</param>
/// <param name="Enter">The call that takes the lock; null where the whole method is synchronized.</param>
/// <param name="Position">The statement that takes it; null for a whole method.</param>
/// <param name="Calls">Calls made meanwhile, in source order; those that only make a task are among them.</param>
/// <param name="Awaits">Awaits meanwhile.</param>
/// <param name="Writes">Fields that are stored to meanwhile.</param>
/// <param name="HasLoop">Whether it loops meanwhile, other than to trim what it keeps.</param>
public sealed record CriticalSection(
    SourceFunction Function,
    LockTarget Lock,
    Call? Enter,
    SourcePosition? Position,
    IReadOnlyList<Call> Calls,
    IReadOnlyList<AwaitValue> Awaits,
    IReadOnlyList<FieldWrite> Writes,
    bool HasLoop);
