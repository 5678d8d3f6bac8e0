using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ScaleFitness.Tests.Harness;

/// <summary>An assembly as another compiler might have named what it made up: closures, lambdas and local functions with names that say nothing.</summary>
internal static class RenamedAssembly
{
    /// <summary>Writes it into another folder, with its debug information.</summary>
    public static string Of(string assembly, string folder)
    {
        using var module = ModuleDefinition.ReadModule(assembly, new ReaderParameters { ReadSymbols = true });
        var types = module.GetTypes().ToList();
        // Resolved first: a reference finds its definition by the name that it had.
        var references = types.SelectMany(t => t.Methods).Where(m => m.HasBody).SelectMany(m => m.Body.Instructions).Select(i => i.Operand).OfType<MethodReference>()
            .Select(r => r is GenericInstanceMethod instance ? instance.ElementMethod : r)
            .Where(r => r is not MethodDefinition && r.DeclaringType.Scope == module)
            .Select(r => (Reference: r, Definition: r.Resolve()))
            .ToList();
        var number = 0;
        foreach (var method in types.SelectMany(t => t.Methods).Where(m => m.Name.Contains(">b__", StringComparison.Ordinal) || m.Name.Contains(">g__", StringComparison.Ordinal)).ToList())
            method.Name = $"§{number++}";
        foreach (var (reference, definition) in references)
            if (definition is not null)
                reference.Name = definition.Name;
        foreach (var type in types.Where(t => t.Name.StartsWith("<>c", StringComparison.Ordinal)))
            type.Name = $"§{number++}" + (type.HasGenericParameters ? $"`{type.GenericParameters.Count}" : "");
        var path = Path.Combine(folder, Path.GetFileName(assembly));
        module.Write(path, new WriterParameters { WriteSymbols = true, SymbolWriterProvider = new PortablePdbWriterProvider() });
        return path;
    }
}
