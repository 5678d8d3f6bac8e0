namespace ScaleFitness.Code.Reading;

/// <summary>Where referenced assemblies lie: beside the app's, among what this process was started with, and in the shared frameworks.</summary>
internal sealed class ReferencePaths
{
    private readonly Dictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);

    public ReferencePaths(IEnumerable<string> appFolders)
    {
        foreach (var folder in appFolders)
            AddFolder(folder);
        if (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") is string trusted)
            foreach (var path in trusted.Split(Path.PathSeparator))
                AddFile(path);
        foreach (var folder in SharedFrameworks())
            AddFolder(folder);
    }

    /// <summary>Makes an assembly of the app the answer to references to it, wherever else one of that name lies.</summary>
    public void Register(string name, string path) => _paths[name] = path;

    /// <summary>The file of an assembly, or null.</summary>
    public string? Find(string name) => _paths.GetValueOrDefault(name);

    private void AddFolder(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var path in Directory.EnumerateFiles(folder, "*.dll").Order(StringComparer.Ordinal))
            AddFile(path);
    }

    private void AddFile(string path)
    {
        if (path.Length > 0)
            _paths.TryAdd(Path.GetFileNameWithoutExtension(path), path);
    }

    /// <summary>
    /// The frameworks installed beside the one that runs us, newest first: an app may need ASP.NET Core where the
    /// process that analyses it does not.
    /// </summary>
    private static IEnumerable<string> SharedFrameworks()
    {
        var core = Path.GetDirectoryName(typeof(object).Assembly.Location);
        if (string.IsNullOrEmpty(core))
            yield break;
        yield return core;
        var shared = Path.GetDirectoryName(Path.GetDirectoryName(core));
        if (shared is null || !Directory.Exists(shared))
            yield break;
        var version = Path.GetFileName(core);
        foreach (var framework in Directory.EnumerateDirectories(shared).Order(StringComparer.Ordinal))
        {
            yield return Path.Combine(framework, version);
            foreach (var other in Directory.EnumerateDirectories(framework).OrderDescending(StringComparer.Ordinal))
                yield return other;
        }
    }
}
