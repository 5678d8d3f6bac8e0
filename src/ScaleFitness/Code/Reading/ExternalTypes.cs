using Mono.Cecil;
using ScaleFitness.Code.Metadata;
using TypeDefinition = ScaleFitness.Code.Metadata.TypeDefinition;

namespace ScaleFitness.Code.Reading;

/// <summary>Copies the shapes of library types that the app names, and of everything those derive from.</summary>
internal sealed class ExternalTypes(SymbolTable symbols, Dictionary<TypeRef, TypeDefinition> definitions, ReferenceResolver resolver)
{
    private readonly Dictionary<ModuleDefinition, TypeImporter> _importers = [];
    private readonly Dictionary<ModuleDefinition, SymbolImporter> _symbols = [];
    private readonly Queue<Mono.Cecil.TypeDefinition> _pending = new();

    public void ImportReferencesOf(AssemblyDefinition assembly)
    {
        var importer = new SymbolImporter(symbols);
        foreach (var reference in assembly.MainModule.GetTypeReferences())
            Enqueue(reference, importer);
        while (_pending.TryDequeue(out var type))
            Import(type);
    }

    private void Import(Mono.Cecil.TypeDefinition type)
    {
        var module = type.Module;
        if (!_importers.TryGetValue(module, out var importer))
        {
            _symbols[module] = new(symbols);
            _importers[module] = importer = new(_symbols[module], new AttributeImporter(_symbols[module]));
        }

        try
        {
            if (definitions.ContainsKey(_symbols[module].Type(type)))
                return;
            var imported = importer.Import(type, null, module.Assembly.Name.Name, external: true);
            definitions[imported.Reference] = imported;
            if (type.BaseType is { } baseType)
                Enqueue(baseType, _symbols[module]);
            foreach (var @interface in type.Interfaces)
                Enqueue(@interface.InterfaceType, _symbols[module]);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A library that cannot be read is as good as missing; what derives from it stays unknown.
        }
    }

    private void Enqueue(TypeReference reference, SymbolImporter importer)
    {
        try
        {
            var element = reference.GetElementType();
            if (element is GenericParameter || definitions.ContainsKey(importer.Type(element)))
                return;
            if (Resolve(element) is { } type)
                _pending.Enqueue(type);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // See Import.
        }
    }

    private Mono.Cecil.TypeDefinition? Resolve(TypeReference reference)
    {
        var scope = reference;
        while (scope.DeclaringType is { } outer)
            scope = outer;
        if (scope.Scope is AssemblyNameReference name && resolver.Find(name) is null)
            return null;
        return reference.Resolve();
    }
}
