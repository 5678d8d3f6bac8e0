using ScaleFitness.Code.Folding;
using ScaleFitness.Model;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Locks;

namespace ScaleFitness.Rules.Concurrency;

/// <summary>A lock that requests share, with everything at work that takes it.</summary>
/// <param name="Target">What is locked.</param>
/// <param name="Sections">The critical sections: those on requests first.</param>
internal sealed record GlobalLock(LockTarget Target, IReadOnlyList<CriticalSection> Sections);

/// <summary>One lock, one finding: what takes it in forty places has one cause.</summary>
internal static class GlobalLocks
{
    public static IReadOnlyList<GlobalLock> Of(AppModel app) =>
    [
        .. app.Locks.Sections.InAll(f => IsAtWork(app, f))
            .Where(s => s.Lock.IsGlobal)
            .GroupBy(s => s.Lock)
            .Select(g => new GlobalLock(g.Key, [.. g.OrderByDescending(s => app.Reach.IsOnRequest(s.Function))]))
            .OrderBy(l => l.Target.Name, StringComparer.Ordinal),
    ];

    /// <summary>A hosted service's own loop runs once: it waits for nobody but itself.</summary>
    private static bool IsAtWork(AppModel app, SourceFunction function) =>
        app.Reach.IsOnRequest(function)
        || app.Reach.PathTo(function) is [var entry, ..] && app.Reach.EntryAt(entry.Function)?.Kind is EntryPointKind.Consumer or EntryPointKind.Job;
}
