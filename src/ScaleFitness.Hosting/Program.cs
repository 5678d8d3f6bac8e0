using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text.Json;
using ScaleFitness.Composing;
using ScaleFitness.Hosting.Running;

namespace ScaleFitness.Hosting;

/// <summary>
/// The process that composes an app. It reads the request from its input, which stays open as long as the kit waits: when
/// that ends, so does this process. It ends by killing itself, since the app's shut-down must not run either.
/// </summary>
internal static class Program
{
    private static int Main()
    {
        // Where the app's own list of libraries is used, the kit is not on it.
        var here = Path.GetDirectoryName(typeof(Program).Assembly.Location)!;
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            Path.Combine(here, name.Name + ".dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        return Run();
    }

    /// <summary>Apart from <c>Main</c>, which must run before the kit's assembly is looked for.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Run()
    {
        if (Console.In.ReadLine() is not { } line || JsonSerializer.Deserialize<HostRequest>(line) is not { } request)
        {
            Console.Error.WriteLine("This program belongs to ScaleFitness, which starts it to compose an app. It does nothing by itself.");
            return 2;
        }

        EndWithTheKit();
        var answer = new Composition(request).Run();
        var written = request.AnswerFile + ".part";
        File.WriteAllText(written, JsonSerializer.Serialize(answer));
        File.Move(written, request.AnswerFile, overwrite: true);
        Ending.Now();
        return 0;
    }

    private static void EndWithTheKit()
    {
        var waiting = new Thread(() =>
        {
            try
            {
                while (Console.In.ReadLine() is not null)
                {
                }
            }
            catch (IOException)
            {
                // Gone is gone.
            }

            Ending.Now();
        })
        { IsBackground = true };
        waiting.Start();
    }
}
