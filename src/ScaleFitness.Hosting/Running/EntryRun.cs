using System.Reflection;
using System.Runtime.Loader;
using ScaleFitness.Composing;

namespace ScaleFitness.Hosting.Running;

/// <summary>The app's entry point on a thread of its own.</summary>
internal sealed class EntryRun(string app)
{
    /// <summary>Set when the entry point has returned or thrown.</summary>
    public ManualResetEventSlim Ended { get; } = new();

    /// <summary>What it threw, told for the app's team; null where it did not throw.</summary>
    public HostFailure? Failure { get; private set; }

    public void Start() => new Thread(Run) { IsBackground = true, Name = "entry point" }.Start();

    private void Run()
    {
        try
        {
            var assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(app);
            TakeItForTheProgram(assembly);
            var main = assembly.EntryPoint ?? throw new InvalidOperationException("the assembly has no entry point");
            // Arguments are the app's own language: what it must know stands in the environment.
            main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, main.GetParameters().Length == 0 ? null : [Array.Empty<string>()], null);
        }
        catch (Exception e)
        {
            Failure = StartUpFailures.Of(e);
        }
        finally
        {
            Ended.Set();
        }
    }

    /// <summary>Frameworks look for controllers, secrets and names in the entry assembly. It can be set from .NET 9 on; before that, the application's name in the environment has to do.</summary>
    private static void TakeItForTheProgram(Assembly assembly) =>
        typeof(Assembly).GetMethod("SetEntryAssembly", [typeof(Assembly)])?.Invoke(null, [assembly]);
}
