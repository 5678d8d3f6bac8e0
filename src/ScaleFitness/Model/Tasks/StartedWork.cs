using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Tasks;

/// <summary>Work that is started and that nobody waits for.</summary>
/// <param name="Call">The call that starts it.</param>
/// <param name="Name">What is started, for people: <c>Task.Run</c>, <c>SendMailAsync</c>.</param>
/// <param name="Way">How it is let go.</param>
/// <param name="Runs">The app's functions that run, as far as they can be told.</param>
public sealed record StartedWork(Call Call, string Name, LettingGo Way, IReadOnlyList<SourceFunction> Runs);

/// <summary>How nobody comes to wait for work.</summary>
public enum LettingGo
{
    /// <summary>It is handed to the pool or a thread, and what comes back is dropped.</summary>
    Queued,

    /// <summary>The task that a call returns is dropped.</summary>
    Dropped,

    /// <summary>The method returns nothing to wait for.</summary>
    AsyncVoid,

    /// <summary>The task is used as if it were its result: formatted, put into an answer.</summary>
    UsedAsValue,
}
