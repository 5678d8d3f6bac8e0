using System.Reflection;

namespace ScaleFitness.Hosting.Asking;

/// <summary>Runs code of the app's that is only meant for requests: it may throw, and it may wait for ever for a connection that it is refused.</summary>
internal static class Trial
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>What the code returned, or why it did not.</summary>
    public static (T? Result, string? Failure) Of<T>(Func<T> run)
    {
        T? result = default;
        string? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                result = run();
            }
            catch (Exception e)
            {
                // A type's name: a message may hold what is nobody's business.
                failure = (e is TargetInvocationException { InnerException: { } inner } ? inner : e).GetType().Name;
            }
        })
        { IsBackground = true };
        thread.Start();
        return thread.Join(Patience) ? (result, failure) : (default, "it does not answer");
    }
}
