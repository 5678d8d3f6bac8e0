using System.Reflection;

namespace ScaleFitness.Testing;

/// <summary>What the build compiled into a test assembly: the names of the app's assemblies.</summary>
internal sealed class TestBuild
{
    private readonly IReadOnlyDictionary<string, string> _facts;

    public TestBuild(Assembly testAssembly)
        : this(testAssembly.GetCustomAttributes<AssemblyMetadataAttribute>().Select(fact => (fact.Key, fact.Value)))
    {
    }

    internal TestBuild(IEnumerable<(string Key, string? Value)> facts) =>
        _facts = facts
            .Where(fact => fact.Key.StartsWith("ScaleFitness.", StringComparison.Ordinal))
            .ToDictionary(fact => fact.Key, fact => fact.Value ?? "");

    /// <summary>
    /// The app's assemblies beside the tests, the one whose host is composed first: <c>ScaleFitnessApp</c>, or else
    /// the one with an entry point. An assembly that is missing is named all the same; the analysis reports it.
    /// </summary>
    public IReadOnlyList<string> AppAssemblies(string folder)
    {
        if (!_facts.TryGetValue("ScaleFitness.Assemblies", out var names))
            throw new ScaleFitnessException("This test assembly does not say which app it tests: it was built without the kit's targets, or with GenerateAssemblyInfo=false in a language other than C#.");

        var host = _facts.GetValueOrDefault("ScaleFitness.App", "");
        string PathOf(string name) => Path.Combine(folder, name + ".dll");
        return [.. names.Split('|')
            .Append(host)
            .Where(name => name.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(PathOf)
            .OrderByDescending(path => host.Length > 0 ? path == PathOf(host) : EntryPoint.IsIn(path))
            .ThenBy(path => path, StringComparer.Ordinal)];
    }
}
