using System.Diagnostics;
using ScaleFitness.Composing;

namespace ScaleFitness.Hosting.Running;

/// <summary>Says why start-up did not run to its end, and what to do.</summary>
internal static class StartUpFailures
{
    private const string Settings = "Give the host what it needs under composition.settings in scalefitness.json (nothing connects to what they name), or another composition.environment";

    public static HostFailure Of(Exception exception)
    {
        var root = exception is AggregateException { InnerExceptions: [var only] } ? only : exception;
        var trace = new StackTrace(root, true);
        return new($"the app's start-up threw {root.GetType().Name}: {root.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ')}{AppFrames.Place(trace)}", Settings + ".", AppFrames.Method(trace));
    }

    /// <summary>Neither thrown nor started.</summary>
    public static HostFailure Of(EntryRun entry, HostCapture capture, HostRequest request) =>
        !entry.Ended.IsSet ? new(
            $"the app's start-up did not come to the point of serving within {request.Seconds:0} s",
            "Take what blocks out of start-up (waiting for a neighbour, reading the console), or allow more seconds with composition.timeLimit in scalefitness.json.")
        : capture.Host is not null ? new(
            "the app's entry point built a host and returned without running it",
            Settings + "; perhaps it serves only under other settings.")
        : new(
            "the app's entry point returned without building a host",
            Settings + "; where it builds a WebHost (without Host or WebApplication), move to WebApplication.CreateBuilder; where another program hosts the app, name that with the MSBuild property ScaleFitnessApp.");
}
