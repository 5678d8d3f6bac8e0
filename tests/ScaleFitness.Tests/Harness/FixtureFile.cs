namespace ScaleFitness.Tests.Harness;

/// <summary>A file that lies beside a fixture's sources, as it would in the app's repository.</summary>
/// <param name="Path">Its path below the folder of the sources.</param>
/// <param name="Text">Its name and what it holds.</param>
public sealed record FixtureFile(string Path, SourceText Text)
{
    /// <summary>The files of a folder, where there is one.</summary>
    public static IReadOnlyList<FixtureFile> In(string folder) =>
        !Directory.Exists(folder) ? [] :
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(path => new FixtureFile(System.IO.Path.GetRelativePath(folder, path), SourceText.Read(path))),
        ];

    /// <summary>Puts it below a folder.</summary>
    public void Write(string folder)
    {
        var target = System.IO.Path.Combine(folder, Path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
        File.WriteAllText(target, Text.Text);
    }
}
