using Mono.Cecil;

namespace ScaleFitness.Code.Reading;

/// <summary>Opens referenced assemblies. Not for several threads at once: Cecil's members are not.</summary>
internal sealed class ReferenceResolver(ReferencePaths paths) : IAssemblyResolver
{
    private readonly Dictionary<string, AssemblyDefinition?> _opened = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);

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
        assembly = paths.Find(name.Name) is { } path ? Open(path) : null;
        if (assembly is null)
            _missing.Add(name.FullName);
        return _opened[name.Name] = assembly;
    }

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
}
