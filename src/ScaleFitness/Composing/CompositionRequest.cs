namespace ScaleFitness.Composing;

/// <summary>Whose host to compose, and how.</summary>
/// <param name="App">Path of the assembly with the entry point.</param>
/// <param name="ContentRoot">The folder that the app takes its files from: its project's, or else the assembly's.</param>
/// <param name="Tests">Paths of the test assemblies, which may add to the builder and whose run-time files are used.</param>
/// <param name="Environment">The environment's name.</param>
/// <param name="Settings">Settings laid over the app's own.</param>
/// <param name="TimeLimit">How long start-up may take.</param>
public sealed record CompositionRequest(
    string App,
    string ContentRoot,
    IReadOnlyList<string> Tests,
    string Environment,
    IReadOnlyDictionary<string, string> Settings,
    TimeSpan TimeLimit);
