namespace ScaleFitness.Composing;

/// <summary>What to compose, and how: what the kit tells the process that does it.</summary>
/// <param name="App">Path of the assembly with the entry point.</param>
/// <param name="Extensions">Paths of assemblies whose <c>IComposeApp</c> classes may add to the builder.</param>
/// <param name="Environment">The environment's name.</param>
/// <param name="Settings">Settings laid over the app's own.</param>
/// <param name="AnswerFile">Where the answer is written.</param>
/// <param name="Seconds">How long start-up may take.</param>
internal sealed record HostRequest(
    string App,
    IReadOnlyList<string> Extensions,
    string Environment,
    IReadOnlyDictionary<string, string> Settings,
    string AnswerFile,
    double Seconds);
