using ScaleFitness.Hosting.Running;

namespace ScaleFitness.Hosting.Reading;

/// <summary>
/// Asks the app's code for something that may look for a server on the way. The connection is refused by holding the
/// thread, so that it is asked on a thread of its own, and given up on.
/// </summary>
internal static class Patience
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    public static T Of<T>(Func<T> ask, TimeSpan limit)
    {
        var result = default(T);
        Exception? failure = null;
        using var done = new ManualResetEventSlim();
        var before = RefusedConnections.Count;
        var thread = new Thread(() =>
        {
            try
            {
                result = ask();
            }
            catch (Exception e)
            {
                failure = e;
            }

            Set(done);
        })
        { IsBackground = true, Name = "asking" };
        thread.Start();
        var until = DateTime.UtcNow + limit;
        while (!done.Wait(20) && DateTime.UtcNow < until)
            if (RefusedConnections.Count > before && until - DateTime.UtcNow > Grace)
                until = DateTime.UtcNow + Grace;
        if (!done.IsSet)
            throw new TimeoutException(RefusedConnections.Count > before ? "it connects to its server before anything is asked of it, which is refused while composing" : $"it did not answer within {limit.TotalSeconds:0} s");
        if (failure is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        return result!;
    }

    /// <summary>Who came too late finds nobody waiting.</summary>
    private static void Set(ManualResetEventSlim done)
    {
        try
        {
            done.Set();
        }
        catch (ObjectDisposedException)
        {
        }
    }
}
