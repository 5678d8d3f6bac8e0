namespace ScaleFitness.Verdicts;

/// <summary>Where and when the judgement is made.</summary>
/// <param name="Today">The date, UTC.</param>
/// <param name="OnCi">Whether a build server runs the tests: then nothing is written.</param>
/// <param name="Baseline">The verified file, or null where there is none to be.</param>
/// <param name="Configuration">The configuration file, or null where there is none.</param>
internal sealed record Circumstances(DateOnly Today, bool OnCi, UserFile? Baseline, UserFile? Configuration);

/// <summary>A file that the user owns.</summary>
/// <param name="Name">Its path relative to the repository, with forward slashes.</param>
/// <param name="FullPath">Where it is on this machine.</param>
internal sealed record UserFile(string Name, string FullPath);
