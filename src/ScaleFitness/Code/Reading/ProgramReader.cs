using System.Collections.Immutable;
using Mono.Cecil;
using ScaleFitness.Code.Metadata;
using MethodDefinition = ScaleFitness.Code.Metadata.MethodDefinition;
using TypeDefinition = ScaleFitness.Code.Metadata.TypeDefinition;

namespace ScaleFitness.Code.Reading;

/// <summary>
/// Reads assemblies, copies them into the frozen model and closes the files. Each is read by one thread, because
/// Cecil's members are not made for several, and several at a time; what comes out does not depend on their order.
/// </summary>
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
        var references = new ReferencePaths(paths.Select(p => Path.GetDirectoryName(Path.GetFullPath(p))!).Distinct(StringComparer.Ordinal));
        var files = FindAssemblies([.. paths.Distinct(StringComparer.Ordinal)], references);
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        var imported = new ImportedAssembly?[files.Count];
        // The longest first: at the end none is waited for alone.
        var order = Enumerable.Range(0, files.Count).OrderByDescending(i => files[i].Length).ThenBy(i => i).ToList();
        var failures = Workers.Run(order.Count, () => new ReferenceResolver(references), (resolver, i) =>
        {
            using var opened = OpenedAssembly.Open(files[order[i]].Path, resolver);
            imported[order[i]] = new AssemblyImporter(_symbols, opened).Import();
        }, resolver => missing.UnionWith(resolver.Missing));
        foreach (var (index, failure) in failures)
            _unreadable.Add(new(files[order[index]].Path, Reasons.Of(failure)));
        var assemblies = imported.OfType<ImportedAssembly>().ToList();
        foreach (var assembly in assemblies)
        {
            _unreadableBodies.AddRange(assembly.Unreadable);
            foreach (var type in assembly.Assembly.Types)
                _definitions[type.Reference] = type;
        }

        using var external = new ReferenceResolver(references);
        ImportExternal(files, imported, external);
        missing.UnionWith(external.Missing);
        return new(_symbols, [.. assemblies.Select(a => a.Assembly)], _definitions, [.. missing], [.. _unreadable]);
    }

    /// <summary>Which files are assemblies, ordered by name. Which type names occur twice among them must be known before the first is copied.</summary>
    private List<AppFile> FindAssemblies(List<string> paths, ReferencePaths references)
    {
        var found = new AppFile?[paths.Count];
        var failures = Workers.Run(paths.Count, () => (IDisposable?)null, (_, i) => found[i] = AppFile.Look(paths[i]), _ => { });
        foreach (var (index, failure) in failures)
            _unreadable.Add(new(paths[index], Reasons.Of(failure)));
        var seen = new HashSet<(string, string)>();
        foreach (var file in found.OfType<AppFile>())
        {
            references.Register(file.Name, file.Path);
            foreach (var (@namespace, name) in file.Types)
                if (!seen.Add((@namespace, name)))
                    _symbols.DeclareAmbiguous(@namespace, name);
        }

        return [.. found.OfType<AppFile>().OrderBy(f => f.Name, StringComparer.Ordinal)];
    }

    private void ImportExternal(List<AppFile> files, ImportedAssembly?[] imported, ReferenceResolver resolver)
    {
        var external = new ExternalTypes(_symbols, _definitions, resolver);
        for (var i = 0; i < files.Count; i++)
            if (imported[i] is { } assembly && !assembly.References.All(_definitions.ContainsKey))
                try
                {
                    using var opened = AssemblyDefinition.ReadAssembly(files[i].Path, new ReaderParameters { AssemblyResolver = resolver });
                    external.ImportReferencesOf(opened);
                }
                catch (Exception e) when (e is not OutOfMemoryException)
                {
                    _unreadable.Add(new(files[i].Path, Reasons.Of(e)));
                }
    }
}

/// <summary>A method whose body could not be decoded.</summary>
/// <param name="Method">The method.</param>
/// <param name="Reason">Why.</param>
public sealed record UnreadableBody(MethodDefinition Method, string Reason);
