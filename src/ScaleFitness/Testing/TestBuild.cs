using System.Reflection;
using ScaleFitness.Code.Reading;

namespace ScaleFitness.Testing;

/// <summary>What the build compiled into a test assembly: names of assemblies, and no paths.</summary>
/// <param name="Assemblies">The app's assemblies.</param>
/// <param name="App">The one whose host is composed, where the project names it.</param>
internal sealed record TestBuild(IReadOnlyList<string> Assemblies, string? App)
{
    public static TestBuild Of(Assembly testAssembly)
    {
        var facts = testAssembly.GetCustomAttributes<AssemblyMetadataAttribute>().ToLookup(fact => fact.Key, fact => fact.Value);
        if (!facts.Contains("ScaleFitness.Assemblies"))
            throw new ScaleFitnessException($"{testAssembly.GetName().Name} does not say which app it tests: it was built without the kit's targets, which come with the package, or with GenerateAssemblyInfo=false in a language other than C#.", null);
        return new TestBuild(
            [.. facts["ScaleFitness.Assemblies"].SelectMany(names => (names ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries))],
            facts["ScaleFitness.App"].FirstOrDefault(name => name is { Length: > 0 }));
    }

    /// <summary>
    /// The app's assemblies beside the tests, the one whose host is composed first: the one that the project names, or
    /// else the one with an entry point. One that is missing is listed all the same: that is for the analysis to report.
    /// </summary>
    public IReadOnlyList<string> AppAssemblies(string folder) =>
        [.. Assemblies.Concat(App is null ? [] : [App])
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal)
            .Select(name => (Name: name, Path: Path.Combine(folder, name + ".dll")))
            .OrderByDescending(assembly => App is null ? ProgramImage.HasEntryPoint(assembly.Path) : assembly.Name.Equals(App, StringComparison.OrdinalIgnoreCase))
            .Select(assembly => assembly.Path)];
}
