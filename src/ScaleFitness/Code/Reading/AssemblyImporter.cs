using System.Collections.Immutable;
using Mono.Cecil;
using ScaleFitness.Code.Metadata;
using CecilType = Mono.Cecil.TypeDefinition;
using TypeDefinition = ScaleFitness.Code.Metadata.TypeDefinition;

namespace ScaleFitness.Code.Reading;

/// <summary>Copies one assembly of the app: every type, member and body.</summary>
internal sealed class AssemblyImporter
{
    private readonly List<UnreadableBody> _unreadable = [];
    private readonly SymbolImporter _symbols;
    private readonly AttributeImporter _attributes;
    private readonly TypeImporter _types;
    private readonly OpenedAssembly _opened;
    private readonly BodyReader _bodies;

    public AssemblyImporter(SymbolTable symbols, OpenedAssembly opened)
    {
        _symbols = new(symbols);
        _attributes = new(_symbols);
        _types = new(_symbols, _attributes);
        _opened = opened;
        var image = opened.Image.GetMetadata();
        var named = new ModuleSymbols(symbols, opened.Metadata, image.GetContent().AsSpan());
        _bodies = new(opened, named, new(named, _symbols, opened.Assembly.MainModule, opened.Metadata));
    }

    public ImportedAssembly Import()
    {
        var assembly = _opened.Assembly;
        var types = ImmutableArray.CreateBuilder<TypeDefinition>();
        var name = assembly.Name.Name;
        foreach (var type in assembly.MainModule.Types)
            Import(type, null, name, types);
        var imported = new CompiledAssembly(
            name,
            types.ToImmutable(),
            EntryPoint(assembly, types),
            _attributes.Import(assembly),
            _opened.Points.Exist,
            [.. assembly.MainModule.AssemblyReferences.Select(r => r.Name).Order(StringComparer.Ordinal)],
            _opened.Points.Documents)
        {
            Versions = assembly.MainModule.AssemblyReferences.GroupBy(r => r.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(r => r.Version)!, StringComparer.Ordinal),
        };
        return new(imported, _unreadable, References(assembly.MainModule));
    }

    private void Import(CecilType type, TypeDefinition? declaring, string assembly, ImmutableArray<TypeDefinition>.Builder types)
    {
        var imported = _types.Import(type, declaring, assembly, external: false);
        types.Add(imported);
        if (!imported.Methods.IsEmpty)
            ReadBodies(type, imported);
        if (type.HasNestedTypes)
            foreach (var nested in type.NestedTypes)
                Import(nested, imported, assembly, types);
    }

    private void ReadBodies(CecilType type, TypeDefinition imported)
    {
        var scope = type.HasGenericParameters ? new GenericScope(Parameters(type), []) : null;
        for (var i = 0; i < imported.Methods.Length; i++)
        {
            var source = type.Methods[i];
            if (!source.HasBody || source.RVA == 0)
                continue;
            try
            {
                var own = source.HasGenericParameters ? new(scope?.OfType ?? [], Parameters(source)) : scope;
                // An unsafe accessor has a body without a single instruction: the runtime supplies it.
                imported.Methods[i].Compiled = _bodies.Read((int)source.MetadataToken.RID, source.RVA, imported.Methods[i].Reference, own);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                _unreadable.Add(new(imported.Methods[i], "its compiled body could not be decoded"));
            }
        }
    }

    private ImmutableArray<TypeRef> Parameters(IGenericParameterProvider provider) => [.. provider.GenericParameters.Select(_symbols.Type)];

    /// <summary>The types of other assemblies that it names; one that cannot be read is as good as missing.</summary>
    private List<TypeRef> References(ModuleDefinition module)
    {
        var references = new List<TypeRef>();
        foreach (var reference in module.GetTypeReferences())
            try
            {
                references.Add(_symbols.Type(reference));
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // See above.
            }

        return references;
    }

    private Metadata.MethodDefinition? EntryPoint(AssemblyDefinition assembly, IEnumerable<TypeDefinition> types)
    {
        if (assembly.EntryPoint is not { } main)
            return null;
        var declaring = _symbols.Type(main.DeclaringType);
        return types.FirstOrDefault(t => ReferenceEquals(t.Reference, declaring))?.Methods.FirstOrDefault(m => MemberLookup.SameSignature(m.Reference, _symbols.Method(main)));
    }
}

/// <summary>An assembly as it was copied.</summary>
/// <param name="Assembly">The copy.</param>
/// <param name="Unreadable">Bodies that could not be decoded.</param>
/// <param name="References">The types of other assemblies that it names.</param>
internal sealed record ImportedAssembly(CompiledAssembly Assembly, IReadOnlyList<UnreadableBody> Unreadable, IReadOnlyList<TypeRef> References);
