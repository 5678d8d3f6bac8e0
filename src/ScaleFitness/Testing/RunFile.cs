using System.Text.Json;

namespace ScaleFitness.Testing;

/// <summary>
/// Where things are on the machine that built the tests: <c>ScaleFitness.run.json</c>, written by the build beside the
/// test assembly. Not compiled in, so that two builds of one source are the same.
/// </summary>
internal sealed record RunFile(string ProjectDirectory, string Baseline, string? Configuration, string? Reports)
{
    /// <summary>The project file of each of the app's assemblies, by simple name.</summary>
    public IReadOnlyDictionary<string, string> Projects { get; init; } = new Dictionary<string, string>();

    public const string Name = "ScaleFitness.run.json";

    public static RunFile Read(string folder, string testAssembly)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
            throw Broken(path, "it is missing");

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            string Text(string key) => json.RootElement.GetProperty(key).GetString() ?? "";
            string? Optional(string key) => Text(key) is { Length: > 0 } text ? text : null;

            // Two test projects that build into one folder overwrite each other's file; the second would be judged by the first's exceptions.
            if (Text("testAssembly") is var owner && owner != testAssembly)
                throw Broken(path, $"it is {owner}'s: two test projects build into one folder, give each its own");
            return new RunFile(Text("projectDirectory"), Text("baseline"), Optional("configuration"), Optional("reports"))
            {
                Projects = json.RootElement.TryGetProperty("projects", out var projects) ? projects.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString() ?? "", StringComparer.OrdinalIgnoreCase) : new(),
            };
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw Broken(path, $"it cannot be read ({problem.Message})");
        }
    }

    private static ScaleFitnessException Broken(string path, string why) =>
        new($"The build of this test project writes {path}, and {why}. Build the test project with the kit's targets (they come with the package), and copy the whole output folder where tests run elsewhere.", null);
}
