using Mono.Cecil;

namespace ScaleFitness.Code.Reading;

/// <summary>Finds referenced assemblies beside the app's, among what this process was started with, and in the shared frameworks.</summary>
internal sealed class ReferenceResolver : IAssemblyResolver
{
    private readonly Dictionary<string, AssemblyDefinition?> _opened = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);

    public ReferenceResolver(IEnumerable<string> appFolders)
    {
        foreach (var folder in appFolders)
            AddFolder(folder);
        if (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") is string trusted)
            foreach (var path in trusted.Split(Path.PathSeparator))
                AddFile(path);
        foreach (var folder in SharedFrameworks())
            AddFolder(folder);
    }

    /// <summary>Full names of the references that could not be found.</summary>
    public IEnumerable<string> Missing => _missing;

    public AssemblyDefinition Resolve(AssemblyNameReference name) => Resolve(name, new ReaderParameters());

    public AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters) =>
        Find(name) ?? throw new AssemblyResolutionException(name);

    /// <summary>The assembly, or null where it is missing or unreadable; that is noted once.</summary>
    public AssemblyDefinition? Find(AssemblyNameReference name)
    {
        if (_opened.TryGetValue(name.Name, out var assembly))
            return assembly;
        assembly = _paths.TryGetValue(name.Name, out var path) ? Open(path) : null;
        if (assembly is null)
            _missing.Add(name.FullName);
        return _opened[name.Name] = assembly;
    }

    /// <summary>Makes an assembly of the app the answer to references to it, wherever else one of that name lies.</summary>
    public void Register(string name, string path) => _paths[name] = path;

    public void Dispose()
    {
        foreach (var assembly in _opened.Values)
            assembly?.Dispose();
        _opened.Clear();
    }

    private AssemblyDefinition? Open(string path)
    {
        try
        {
            return AssemblyDefinition.ReadAssembly(path, new ReaderParameters { AssemblyResolver = this });
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }

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
