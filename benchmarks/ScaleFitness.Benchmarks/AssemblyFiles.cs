using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ScaleFitness.Benchmarks;

/// <summary>Finds what to measure on.</summary>
internal static class AssemblyFiles
{
    /// <summary>The .NET assemblies of a folder; native libraries are left out.</summary>
    public static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFiles(folder, "*.dll").Where(IsManaged).Order(StringComparer.Ordinal);

    /// <summary>Both shared frameworks, in the version that runs this program.</summary>
    public static IReadOnlyList<string> OfSharedFrameworks()
    {
        var core = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var shared = Path.GetDirectoryName(Path.GetDirectoryName(core))!;
        var web = Path.Combine(shared, "Microsoft.AspNetCore.App", Path.GetFileName(core));
        return [.. In(core), .. Directory.Exists(web) ? In(web) : []];
    }

    private static bool IsManaged(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        try
        {
            return file.HasMetadata && file.GetMetadataReader().IsAssembly;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
