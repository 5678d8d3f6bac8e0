using System.Collections.Concurrent;

namespace ScaleFitness.Code.Reading;

/// <summary>Does numbered pieces of work on every processor, each of which has a thing of its own to do it with.</summary>
internal static class Workers
{
    /// <summary>Does the pieces, the first ones first.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="start">Makes what a worker works with.</param>
    /// <param name="work">Does one piece.</param>
    /// <param name="end">Takes what a worker leaves, one after the other.</param>
    /// <returns>The pieces that failed, in their order.</returns>
    public static IReadOnlyList<(int Index, Exception Failure)> Run<T>(int count, Func<T> start, Action<T, int> work, Action<T> end)
        where T : IDisposable?
    {
        var failures = new ConcurrentBag<(int Index, Exception Failure)>();
        var next = -1;
        var gate = new object();
        Parallel.For(0, Math.Min(count, Environment.ProcessorCount), _ =>
        {
            using var own = start();
            for (var index = Interlocked.Increment(ref next); index < count; index = Interlocked.Increment(ref next))
                try
                {
                    work(own, index);
                }
                catch (Exception e) when (e is not OutOfMemoryException)
                {
                    failures.Add((index, e));
                }

            lock (gate)
                end(own);
        });
        return [.. failures.OrderBy(f => f.Index)];
    }
}
