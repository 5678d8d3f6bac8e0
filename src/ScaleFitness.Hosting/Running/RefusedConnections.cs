using System.Diagnostics;
using System.Diagnostics.Tracing;
using ScaleFitness.Composing;

namespace ScaleFitness.Hosting.Running;

/// <summary>
/// Composing connects to nothing. The runtime tells of each connection, and of each name that is looked up, on the thread
/// that is about to make it, before it is made: that thread is held there until the process ends. Native libraries that
/// open sockets of their own do not tell.
/// </summary>
internal sealed class RefusedConnections : EventListener
{
    private static int _count;
    private readonly object _gate = new();

    /// <summary>How many were refused in this process.</summary>
    public static int Count => Volatile.Read(ref _count);

    /// <summary>The first one, or null.</summary>
    public Refusal? First { get; private set; }

    /// <inheritdoc />
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name is "System.Net.Sockets" or "System.Net.NameResolution")
            EnableEvents(eventSource, EventLevel.Informational);
    }

    /// <inheritdoc />
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName is not ("ConnectStart" or "ResolutionStart"))
            return;
        var to = AddressText.Of(eventData.Payload?.FirstOrDefault() as string);
        lock (_gate)
            First ??= new(DateTime.UtcNow, Told(to, new StackTrace(1, true)));
        Interlocked.Increment(ref _count);
        Thread.Sleep(Timeout.Infinite);
    }

    private static HostFailure Told(string to, StackTrace trace) => new(
        $"while it starts, the app connects to {to}{AppFrames.Place(trace)}; the kit lets nothing connect, and read the host as far as it stood",
        "Connect when the first request needs it, or only where a setting asks for it; or replace the service that connects in a public class of the test project that implements ScaleFitness.Hosting.IComposeApp.",
        AppFrames.Method(trace));
}

/// <summary>A connection that was not made.</summary>
/// <param name="When">When it was about to be (UTC).</param>
/// <param name="Failure">What to tell.</param>
internal sealed record Refusal(DateTime When, HostFailure Failure);
