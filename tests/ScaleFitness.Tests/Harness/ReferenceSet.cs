using Microsoft.CodeAnalysis;

namespace ScaleFitness.Tests.Harness;

/// <summary>What fixtures are compiled against: the framework, the packages beside the tests, and the stubs.</summary>
internal static class ReferenceSet
{
    private static readonly string[] Frameworks = ["Microsoft.NETCore.App", "Microsoft.AspNetCore.App"];

    private static readonly string[] Packages = ["Autofac*", "Dapper", "Microsoft.EntityFrameworkCore*", "Microsoft.Extensions.Http.*", "Npgsql*", "Polly*", "Scrutor*"];

    private static readonly Lazy<IReadOnlyList<MetadataReference>> Shared = new(() =>
    [
        .. FrameworkFiles().Concat(PackageFiles()).Select(path => MetadataReference.CreateFromFile(path)),
    ]);

    /// <summary>Framework and packages, without the stubs.</summary>
    public static IReadOnlyList<MetadataReference> FrameworkAndPackages => Shared.Value;

    /// <summary>
    /// The reference assemblies where the SDK brings them: a fixture then refers to System.Runtime as a real app does.
    /// On a machine with only the runtime its implementation assemblies serve.
    /// </summary>
    private static IEnumerable<string> FrameworkFiles()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var shared = Directory.GetParent(runtime)!.Parent!.FullName;
        var packs = Path.Combine(Path.GetDirectoryName(shared)!, "packs");
        var referencePacks = Frameworks.Select(name => ReferencePack(Path.Combine(packs, name + ".Ref"))).ToList();
        return referencePacks.All(pack => pack is not null)
            ? referencePacks.SelectMany(pack => Directory.EnumerateFiles(pack!, "*.dll"))
            : Frameworks.SelectMany(name => Managed(Path.Combine(shared, name, Path.GetFileName(runtime))));
    }

    private static string? ReferencePack(string pack) =>
        Directory.Exists(pack)
            ? Directory.EnumerateDirectories(pack)
                .Select(version => Path.Combine(version, "ref", $"net{Environment.Version.Major}.{Environment.Version.Minor}"))
                .FirstOrDefault(Directory.Exists)
            : null;

    private static IEnumerable<string> Managed(string folder) =>
        Directory.EnumerateFiles(folder, "*.dll").Where(path => AssemblyReferences.IsManaged(path));

    private static IEnumerable<string> PackageFiles() =>
        Packages.SelectMany(pattern => Directory.EnumerateFiles(AppContext.BaseDirectory, pattern + ".dll"));
}
