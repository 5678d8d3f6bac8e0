namespace ScaleFitness.Robustness;

/// <summary>Real compiled code that is on every machine: the runtime's assemblies and ASP.NET Core's.</summary>
public static class SharedFrameworks
{
    /// <summary>The folder of Microsoft.NETCore.App.</summary>
    public static string Runtime { get; } = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>The folder of Microsoft.AspNetCore.App.</summary>
    public static string AspNetCore { get; } = Path.GetDirectoryName(typeof(Microsoft.AspNetCore.Builder.WebApplication).Assembly.Location)!;

    /// <summary>Every managed assembly of both, by name.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Managed(Runtime).Concat(Managed(AspNetCore))];

    private static IEnumerable<string> Managed(string folder) =>
        Directory.EnumerateFiles(folder, "*.dll").Where(IsManaged).Order(StringComparer.Ordinal);

    private static bool IsManaged(string path)
    {
        using var file = File.OpenRead(path);
        using var image = new System.Reflection.PortableExecutable.PEReader(file);
        return image.HasMetadata;
    }
}
