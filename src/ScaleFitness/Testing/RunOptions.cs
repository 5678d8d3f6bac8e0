using System.Reflection;

namespace ScaleFitness.Testing;

/// <summary>What to check for one test assembly: put together from what its build wrote into it and beside it.</summary>
internal static class RunOptions
{
    public static FitnessOptions Of(Assembly testAssembly, string folder) =>
        Of(new TestBuild(testAssembly), RunFile.Read(folder, testAssembly.GetName().Name!), folder) with { RuleAssemblies = [testAssembly] };

    /// <summary>Where the project is not on this machine, what the build copied beside the test assembly stands in for it.</summary>
    internal static FitnessOptions Of(TestBuild build, RunFile run, string folder)
    {
        var atHome = Directory.Exists(run.ProjectDirectory);
        string Here(string recorded) => atHome ? recorded : Path.Combine(folder, Path.GetFileName(recorded));
        return new FitnessOptions
        {
            Assemblies = build.AppAssemblies(folder),
            ProjectDirectory = atHome ? run.ProjectDirectory : folder,
            ConfigurationPath = run.Configuration is { } named ? Here(named) : Default(atHome ? run.ProjectDirectory : folder),
            BaselinePath = Here(run.Baseline),
            ReportsDirectory = run.Reports is { } reports && atHome ? reports : Path.Combine(folder, "ScaleFitness"),
        };
    }

    private static string? Default(string directory) =>
        Path.Combine(directory, "scalefitness.json") is var path && File.Exists(path) ? path : null;
}
