using System.Collections.Immutable;
using Mono.Cecil;
using ScaleFitness.Code.Metadata;
using CecilType = Mono.Cecil.TypeDefinition;
using TypeDefinition = ScaleFitness.Code.Metadata.TypeDefinition;

namespace ScaleFitness.Code.Reading;

/// <summary>Copies one assembly of the app: every type, member and body.</summary>
internal sealed class AssemblyImporter
{
    private readonly Dictionary<TypeRef, TypeDefinition> _definitions;
    private readonly List<UnreadableBody> _unreadable;
    private readonly SymbolImporter _symbols;
    private readonly AttributeImporter _attributes;
    private readonly TypeImporter _types;
    private readonly OpenedAssembly _opened;
    private readonly BodyReader _bodies;

    public AssemblyImporter(SymbolTable symbols, Dictionary<TypeRef, TypeDefinition> definitions, List<UnreadableBody> unreadable, OpenedAssembly opened)
    {
        _definitions = definitions;
        _unreadable = unreadable;
        _symbols = new(symbols);
        _attributes = new(_symbols);
        _types = new(_symbols, _attributes);
        _opened = opened;
        _bodies = new(_symbols, opened.Points);
    }

    public CompiledAssembly Import()
    {
        var assembly = _opened.Assembly;
        var types = ImmutableArray.CreateBuilder<TypeDefinition>();
        var name = assembly.Name.Name;
        foreach (var type in assembly.MainModule.Types)
            Import(type, null, name, types);
        return new(
            name,
            types.ToImmutable(),
            EntryPoint(assembly),
            _attributes.Import(assembly),
            _opened.Points.Exist,
            [.. assembly.MainModule.AssemblyReferences.Select(r => r.Name).Order(StringComparer.Ordinal)])
        {
            Versions = assembly.MainModule.AssemblyReferences.GroupBy(r => r.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(r => r.Version)!, StringComparer.Ordinal),
        };
    }

    private void Import(CecilType type, TypeDefinition? declaring, string assembly, ImmutableArray<TypeDefinition>.Builder types)
    {
        var imported = _types.Import(type, declaring, assembly, external: false);
        _definitions[imported.Reference] = imported;
        types.Add(imported);
        for (var i = 0; i < imported.Methods.Length; i++)
            ReadBody(imported.Methods[i], type.Methods[i]);
        if (type.HasNestedTypes)
            foreach (var nested in type.NestedTypes)
                Import(nested, imported, assembly, types);
    }

    private void ReadBody(Metadata.MethodDefinition method, Mono.Cecil.MethodDefinition source)
    {
        if (!source.HasBody)
            return;
        try
        {
            if (source.RVA != 0)
                BodyCheck.Check(_opened.Image, source.RVA);
            var body = _bodies.Read(source);
            // An unsafe accessor has a body without a single instruction: the runtime supplies it.
            method.Body = body.Code.Length > 0 ? body : null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            _unreadable.Add(new(method, "its compiled body could not be decoded"));
        }
        finally
        {
            source.Body = null;
        }
    }

    private Metadata.MethodDefinition? EntryPoint(AssemblyDefinition assembly)
    {
        if (assembly.EntryPoint is not { } main || !_definitions.TryGetValue(_symbols.Type(main.DeclaringType), out var type))
            return null;
        return type.Methods.FirstOrDefault(m => MemberLookup.SameSignature(m.Reference, _symbols.Method(main)));
    }
}
