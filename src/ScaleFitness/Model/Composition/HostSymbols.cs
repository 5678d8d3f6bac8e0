using System.Collections.Immutable;
using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Model.Composition;

/// <summary>Finds in the code what the running app names.</summary>
internal static class HostSymbols
{
    /// <summary>The type as signatures in the code name it.</summary>
    public static TypeRef TypeOf(CodeModel code, HostType type)
    {
        var symbols = code.Program.Symbols;
        if (type.Name.EndsWith("[]", StringComparison.Ordinal))
            return symbols.Of(TypeKind.Array, TypeOf(code, type with { Name = type.Name[..^2] }));
        if (type is { Assembly: "", Namespace: "" } && type.Name.StartsWith('!') && int.TryParse(type.Name.AsSpan(1), out var position))
            return symbols.Parameter(TypeKind.TypeParameter, type.Name, position);
        return symbols.Named(type.Namespace, type.Name, type.Assembly, [.. type.Arguments.Select(a => TypeOf(code, a))]);
    }

    /// <summary>The app's type, or null for a library's.</summary>
    public static TypeDefinition? DefinitionOf(CodeModel code, HostType type) =>
        code.Program.Find(TypeOf(code, type)) is { IsExternal: false } definition ? definition : null;

    /// <summary>The app's method, or null for a library's.</summary>
    public static MethodDefinition? DefinitionOf(CodeModel code, HostMethod method) =>
        DefinitionOf(code, method.Type)?.Methods.FirstOrDefault(m => m.Token == method.Token && m.Name == method.Name);

    /// <summary>The app's function, or null for a library's.</summary>
    public static SourceFunction? FunctionOf(CodeModel code, HostMethod method) =>
        DefinitionOf(code, method) is { } definition ? code.Folded.FunctionOf(definition) : null;
}
