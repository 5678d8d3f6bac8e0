using System.Reflection;

namespace ScaleFitness.Hosting.Asking;

/// <summary>Runs code of the app's that is only meant for requests: it may throw, and it may wait for ever for a connection that it is refused.</summary>
internal static class Trial
{
    /// <summary>Why nothing came back.</summary>
    public const string NoAnswer = "it does not answer";

    /// <summary>So often code may keep the kit waiting before it asks no more: the rest of the host is worth more.</summary>
    private const int MostWaits = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static int _waits;

    /// <summary>What the code returned, or why it did not.</summary>
    public static (T? Result, string? Failure) Of<T>(Func<T> run)
    {
        if (_waits >= MostWaits)
            return (default, NoAnswer);
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
        if (thread.Join(Patience))
            return (result, failure);
        Interlocked.Increment(ref _waits);
        return (default, NoAnswer);
    }
}
