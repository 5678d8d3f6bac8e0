using System.Collections.Immutable;
using Mono.Cecil;
using ScaleFitness.Code.Metadata;
using MethodDefinition = ScaleFitness.Code.Metadata.MethodDefinition;
using TypeDefinition = ScaleFitness.Code.Metadata.TypeDefinition;

namespace ScaleFitness.Code.Reading;

/// <summary>Reads assemblies on one thread, copies them into the frozen model and closes the files.</summary>
public sealed class ProgramReader
{
    private readonly SymbolTable _symbols = new();
    private readonly Dictionary<TypeRef, TypeDefinition> _definitions = new(ReferenceEqualityComparer.Instance);
    private readonly List<UnreadableAssembly> _unreadable = [];
    private readonly List<UnreadableBody> _unreadableBodies = [];

    private ProgramReader()
    {
    }

    /// <summary>Reads the app. A file that is missing, damaged or not .NET is listed in the result, never thrown.</summary>
    /// <param name="paths">The app's assemblies; references are looked for beside them and in the shared frameworks.</param>
    /// <param name="unreadableBodies">Methods whose body could not be decoded.</param>
    public static CompiledProgram Read(IReadOnlyList<string> paths, out IReadOnlyList<UnreadableBody> unreadableBodies)
    {
        var reader = new ProgramReader();
        var program = reader.Read(paths);
        unreadableBodies = reader._unreadableBodies;
        return program;
    }

    private CompiledProgram Read(IReadOnlyList<string> paths)
    {
        var folders = paths.Select(p => Path.GetDirectoryName(Path.GetFullPath(p))!).Distinct(StringComparer.Ordinal);
        using var resolver = new ReferenceResolver(folders);
        var files = FindAssemblies([.. paths.Distinct(StringComparer.Ordinal)], resolver);
        // One at a time, each closed before the next: all of them open at once would cost more memory than the model.
        var assemblies = ImmutableArray.CreateBuilder<CompiledAssembly>();
        foreach (var file in files)
            Guarded(file.Path, () =>
            {
                using var assembly = OpenedAssembly.Open(file.Path, resolver);
                assemblies.Add(new AssemblyImporter(_symbols, _definitions, _unreadableBodies, assembly).Import());
            });
        var external = new ExternalTypes(_symbols, _definitions, resolver);
        foreach (var file in files)
            Guarded(file.Path, () =>
            {
                using var assembly = Open(file.Path, resolver);
                external.ImportReferencesOf(assembly);
            });
        return new(_symbols, assemblies.ToImmutable(), _definitions, [.. resolver.Missing], [.. _unreadable]);
    }

    /// <summary>Which files are assemblies, ordered by name. Which type names occur twice among them must be known before the first is copied.</summary>
    private List<AppFile> FindAssemblies(IReadOnlyList<string> paths, ReferenceResolver resolver)
    {
        var files = new List<AppFile>();
        var seen = new HashSet<(string, string)>();
        foreach (var path in paths)
            Guarded(path, () =>
            {
                ImageCheck.Check(path);
                using var assembly = Open(path, resolver);
                files.Add(new(assembly.Name.Name, path));
                resolver.Register(assembly.Name.Name, path);
                foreach (var type in assembly.MainModule.Types)
                    if (!seen.Add((type.Namespace, type.Name)))
                        _symbols.DeclareAmbiguous(type.Namespace, type.Name);
            });
        return [.. files.OrderBy(f => f.Name, StringComparer.Ordinal)];
    }

    /// <summary>Lists a file that cannot be read, once, and goes on.</summary>
    private void Guarded(string path, Action read)
    {
        try
        {
            read();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            if (_unreadable.TrueForAll(u => u.Path != path))
                _unreadable.Add(new(path, Reasons.Of(e)));
        }
    }

    private static AssemblyDefinition Open(string path, ReferenceResolver resolver) =>
        AssemblyDefinition.ReadAssembly(path, new ReaderParameters { AssemblyResolver = resolver });

    private sealed record AppFile(string Name, string Path);
}

/// <summary>A method whose body could not be decoded.</summary>
/// <param name="Method">The method.</param>
/// <param name="Reason">Why.</param>
public sealed record UnreadableBody(MethodDefinition Method, string Reason);
