namespace ScaleFitness.Composing;

/// <summary>Files that the process which composes runs by: those of the test assembly, or else of the app, since both lie beside the app with all it needs.</summary>
/// <param name="Program">Path of <c>ScaleFitness.Hosting.dll</c>.</param>
/// <param name="RuntimeConfig">Which frameworks to run on.</param>
/// <param name="Dependencies">Which libraries there are; null where nobody wrote it down.</param>
internal sealed record HostFiles(string Program, string RuntimeConfig, string? Dependencies)
{
    private const string ProgramName = "ScaleFitness.Hosting.dll";

    /// <summary>Null where one is missing: then nothing can be composed.</summary>
    /// <param name="app">Path of the app.</param>
    /// <param name="tests">Paths of the test assemblies.</param>
    public static HostFiles? Find(string app, IEnumerable<string> tests)
    {
        var program = Path.Combine(Path.GetDirectoryName(typeof(HostFiles).Assembly.Location) ?? "", ProgramName);
        if (!File.Exists(program))
            return null;
        foreach (var owner in tests.Append(app))
            if (Path.ChangeExtension(owner, ".runtimeconfig.json") is var runtime && File.Exists(runtime))
                return new(program, runtime, Path.ChangeExtension(owner, ".deps.json") is var dependencies && File.Exists(dependencies) ? dependencies : null);
        return null;
    }
}
