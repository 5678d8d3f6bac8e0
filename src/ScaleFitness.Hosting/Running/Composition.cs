using System.Runtime.Loader;
using ScaleFitness.Composing;
using ScaleFitness.Hosting.Reading;

namespace ScaleFitness.Hosting.Running;

/// <summary>Runs the app's entry point until its host would start to serve, and reads the host then; or as far as it came.</summary>
internal sealed class Composition(HostRequest request)
{
    /// <summary>How long a thread may wait for a connection that was refused it, before the host is read as it stands.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>How long before the kit loses patience the answer is put together.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(5);

    public HostAnswer Run()
    {
        FindAssembliesOf(request.App);
        using var refused = new RefusedConnections();
        var capture = new HostCapture(request);
        using var hooks = capture.Hook();
        var entry = new EntryRun(request.App);
        entry.Start();

        var limit = TimeSpan.FromSeconds(request.Seconds) - Reserve is var less && less > TimeSpan.FromSeconds(1) ? less : TimeSpan.FromSeconds(request.Seconds);
        var until = DateTime.UtcNow + limit;
        while (!capture.Started.Wait(50) && !entry.Ended.IsSet && DateTime.UtcNow < until && !(refused.First is { } first && DateTime.UtcNow - first.When > Grace))
        {
        }

        if (capture.Started.IsSet)
            return new(capture.Read(isComplete: true), null);
        // What the entry point did tells more than the wait that it led to.
        var failure = entry.Failure ?? refused.First?.Failure ?? StartUpFailures.Of(entry, capture, request);
        return new(capture.Host is null ? null : capture.Read(isComplete: false), failure);
    }

    /// <summary>Assemblies that lie with the app and not with the tests.</summary>
    private static void FindAssembliesOf(string app)
    {
        var resolver = new AssemblyDependencyResolver(app);
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            resolver.ResolveAssemblyToPath(name) is { } path ? context.LoadFromAssemblyPath(path)
            : Path.Combine(Path.GetDirectoryName(app)!, name.Name + ".dll") is var beside && File.Exists(beside) ? context.LoadFromAssemblyPath(beside)
            : null;
    }
}
