using System.Collections.Immutable;
using Mono.Cecil;
using Mono.Cecil.Cil;
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
        var opened = new List<AssemblyDefinition>();
        foreach (var path in paths.Distinct(StringComparer.Ordinal))
            if (Open(path, resolver) is { } assembly)
            {
                opened.Add(assembly);
                resolver.Register(assembly);
            }

        opened.Sort((a, b) => string.CompareOrdinal(a.Name.Name, b.Name.Name));
        DeclareAmbiguousNames(opened);
        var external = new ExternalTypes(_symbols, _definitions, resolver);
        var assemblies = ImmutableArray.CreateBuilder<CompiledAssembly>();
        foreach (var assembly in opened)
            try
            {
                assemblies.Add(new AssemblyImporter(_symbols, _definitions, _unreadableBodies).Import(assembly));
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                _unreadable.Add(new(assembly.MainModule.FileName, Reasons.Of(e)));
            }

        external.ImportReferencesOf(opened);
        return new(_symbols, assemblies.ToImmutable(), _definitions, [.. resolver.Missing], [.. _unreadable]);
    }

    private AssemblyDefinition? Open(string path, ReferenceResolver resolver)
    {
        try
        {
            return AssemblyDefinition.ReadAssembly(path, Parameters(resolver, symbols: true));
        }
        catch (Exception e) when (e is SymbolsNotFoundException or SymbolsNotMatchingException or IOException or BadImageFormatException or InvalidOperationException or ArgumentException or NotSupportedException)
        {
            return OpenWithoutSymbols(path, resolver);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return OpenWithoutSymbols(path, resolver);
        }
    }

    private AssemblyDefinition? OpenWithoutSymbols(string path, ReferenceResolver resolver)
    {
        try
        {
            return AssemblyDefinition.ReadAssembly(path, Parameters(resolver, symbols: false));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            _unreadable.Add(new(path, Reasons.Of(e)));
            return null;
        }
    }

    private static ReaderParameters Parameters(ReferenceResolver resolver, bool symbols) => new()
    {
        AssemblyResolver = resolver,
        InMemory = true,
        ReadingMode = ReadingMode.Deferred,
        ReadSymbols = symbols,
        SymbolReaderProvider = symbols ? new DefaultSymbolReaderProvider(throwIfNoSymbol: false) : null,
        ThrowIfSymbolsAreNotMatching = false,
    };

    private void DeclareAmbiguousNames(List<AssemblyDefinition> assemblies)
    {
        var seen = new HashSet<(string, string)>();
        foreach (var assembly in assemblies)
            foreach (var type in assembly.MainModule.Types)
                if (!seen.Add((type.Namespace, type.Name)))
                    _symbols.DeclareAmbiguous(type.Namespace, type.Name);
    }
}

/// <summary>A method whose body could not be decoded.</summary>
/// <param name="Method">The method.</param>
/// <param name="Reason">Why.</param>
public sealed record UnreadableBody(MethodDefinition Method, string Reason);
