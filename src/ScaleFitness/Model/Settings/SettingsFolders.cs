using ScaleFitness.Code.Metadata;
using ScaleFitness.Model.Sources;

namespace ScaleFitness.Model.Settings;

/// <summary>Where the settings of the app lie: in the projects of its hosts, and beside their assemblies.</summary>
/// <param name="Assembly">The host: an assembly with an entry point.</param>
/// <param name="Project">The folder of its project file, or null where the sources are not at hand.</param>
/// <param name="Output">The folder of its assembly, or null.</param>
internal sealed record SettingsFolders(string Assembly, string? Project, string? Output)
{
    private static readonly string[] ProjectFiles = ["*.csproj", "*.fsproj", "*.vbproj"];

    /// <summary>Of each host, by name; where no assembly has an entry point, of each assembly.</summary>
    public static IReadOnlyList<SettingsFolders> Find(CompiledProgram program, IReadOnlyList<string> paths, SourceTree sources)
    {
        var hosts = program.Assemblies.Where(a => a.EntryPoint is not null).ToList();
        var projects = new Dictionary<string, string?>(StringComparer.Ordinal);
        return [.. (hosts.Count > 0 ? hosts : [.. program.Assemblies]).Select(a => new SettingsFolders(a.Name, ProjectOf(a, sources, projects), OutputOf(a, paths)))];
    }

    /// <summary>The settings files, those of the project before copies beside the assembly, by name.</summary>
    public IEnumerable<string> Files()
    {
        var inProject = FilesIn(Project).ToList();
        return inProject.Count > 0 ? inProject : FilesIn(Output);
    }

    private static IEnumerable<string> FilesIn(string? folder) =>
        folder is null ? [] : Entries(folder, "appsettings*.json").Where(IsSettings).OrderBy(Path.GetFileName, StringComparer.Ordinal);

    private static bool IsSettings(string path) =>
        Path.GetFileName(path) is var name && (name.Equals(SettingsFile.BaseName, StringComparison.OrdinalIgnoreCase) || name.StartsWith("appsettings.", StringComparison.OrdinalIgnoreCase));

    private static string? OutputOf(CompiledAssembly assembly, IReadOnlyList<string> paths) =>
        paths.FirstOrDefault(p => Path.GetFileNameWithoutExtension(p).Equals(assembly.Name, StringComparison.OrdinalIgnoreCase)) is { } path ? Path.GetDirectoryName(Path.GetFullPath(path)) : null;

    /// <summary>The project named like the assembly, or the one with most of its documents: files may be linked from elsewhere.</summary>
    private static string? ProjectOf(CompiledAssembly assembly, SourceTree sources, Dictionary<string, string?> known) =>
        assembly.Documents.Select(sources.FullPathOf).OfType<string>()
            .Select(d => Above(Path.GetDirectoryName(d), known)).OfType<string>()
            .GroupBy(p => p, StringComparer.Ordinal)
            .OrderByDescending(p => ProjectFiles.SelectMany(f => Entries(p.Key, f)).Any(f => Path.GetFileNameWithoutExtension(f).Equals(assembly.Name, StringComparison.OrdinalIgnoreCase)))
            .ThenByDescending(p => p.Count()).ThenBy(p => p.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.Key;

    private static string? Above(string? folder, Dictionary<string, string?> known)
    {
        if (string.IsNullOrEmpty(folder))
            return null;
        if (!known.TryGetValue(folder, out var project))
            known[folder] = project = ProjectFiles.Any(f => Entries(folder, f).Count > 0) ? folder : Above(Path.GetDirectoryName(folder), known);
        return project;
    }

    private static IReadOnlyList<string> Entries(string folder, string pattern)
    {
        try
        {
            return Directory.GetFiles(folder, pattern);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
