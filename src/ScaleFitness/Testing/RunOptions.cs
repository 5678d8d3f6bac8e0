using System.Reflection;

namespace ScaleFitness.Testing;

/// <summary>What to check for one test assembly: put together from what its build wrote into it and beside it.</summary>
internal static class RunOptions
{
    public static FitnessOptions Of(Assembly testAssembly, string folder) =>
        Of(TestBuild.Of(testAssembly), RunFile.Read(folder, testAssembly.GetName().Name!), folder) with { RuleAssemblies = [testAssembly] };

    /// <summary>Where the project is not on this machine, what the build copied beside the test assembly stands in for it.</summary>
    internal static FitnessOptions Of(TestBuild build, RunFile run, string folder)
    {
        var atHome = Directory.Exists(run.ProjectDirectory);
        string Here(string recorded) => atHome ? recorded : Path.Combine(folder, NameOf(recorded));
        var assemblies = build.AppAssemblies(folder);
        return new FitnessOptions
        {
            Assemblies = assemblies,
            ContentRoot = assemblies.Count > 0 && run.Projects.GetValueOrDefault(Path.GetFileNameWithoutExtension(assemblies[0])) is { Length: > 0 } project && File.Exists(project) ? Path.GetDirectoryName(project) : null,
            ProjectDirectory = atHome ? run.ProjectDirectory : folder,
            ConfigurationPath = run.Configuration is { } configuration ? Here(configuration) : null,
            BaselinePath = Here(run.Baseline),
            ReportsDirectory = atHome && run.Reports is { } reports ? reports : Path.Combine(folder, "ScaleFitness"),
        };
    }

    // Built on Windows and run on Linux, the recorded path is a name to Path.GetFileName.
    private static string NameOf(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
}
