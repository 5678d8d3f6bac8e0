namespace ScaleFitness.Tests.Harness;

/// <summary>The files of this repository, as they stand in it.</summary>
internal static class Repository
{
    /// <summary>Its root.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    /// <summary>A file or folder in it.</summary>
    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The kit's own sources.</summary>
    public static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(At("src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(Root, path).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .Order(StringComparer.Ordinal);

    private static string Above(string folder)
    {
        while (!File.Exists(Path.Combine(folder, "ScaleFitness.sln")))
            folder = Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar)) ?? throw new InvalidOperationException("These tests run inside the repository.");
        return folder;
    }
}
