using System.Diagnostics;

namespace ScaleFitness.Hosting.Running;

/// <summary>Ends this process without anything else of the app running: no finally blocks, no handlers of the process's exit, which may wait for a shut-down that never comes.</summary>
internal static class Ending
{
    public static void Now() => Process.GetCurrentProcess().Kill();
}
