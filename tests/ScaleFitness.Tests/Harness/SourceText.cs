namespace ScaleFitness.Tests.Harness;

/// <summary>A source file of a fixture.</summary>
/// <param name="Name">The file's name, without a folder: what a finding's location is compared with.</param>
/// <param name="Text">What it holds.</param>
public sealed record SourceText(string Name, string Text)
{
    /// <summary>Reads a file.</summary>
    public static SourceText Read(string path) => new(Path.GetFileName(path), File.ReadAllText(path));

    /// <summary>A line, counted from one and trimmed; empty where there is none.</summary>
    public string Line(int number) =>
        Text.Split('\n') is var lines && number >= 1 && number <= lines.Length ? lines[number - 1].Trim() : "";
}
