using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ScaleFitness.Rules;
using ScaleFitness.Tests.Harness;

namespace ScaleFitness.Tests.Symbols;

/// <summary>Each well-known name stands for something: a misspelt one would find nothing, in silence.</summary>
public class SymbolTests
{
    private static readonly Lazy<Compilation> Everything = new(() =>
        CSharpCompilation.Create("Everything", references: ReferenceSet.FrameworkAndPackages.Concat(StubAssemblies.References)));

    public static TheoryData<string, string> Names()
    {
        var data = new TheoryData<string, string>();
        foreach (var field in typeof(Rule).Assembly.GetTypes().Where(t => t.Name.EndsWith("Symbols", StringComparison.Ordinal)).SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static)).Where(f => f is { IsLiteral: true } && f.FieldType == typeof(string)))
            data.Add($"{field.DeclaringType!.Name}.{field.Name}", (string)field.GetRawConstantValue()!);
        return data;
    }

    [Theory, MemberData(nameof(Names))]
    public void The_name_exists(string symbol, string name)
    {
        // Facades forward types: the name may be found in several assemblies.
        var isThere = symbol.EndsWith("Namespace", StringComparison.Ordinal)
            ? Namespace(name) is not null
            : !Everything.Value.GetTypesByMetadataName(name).IsEmpty;
        Assert.True(isThere, $"{symbol} = \"{name}\" is neither in the framework nor in a package or stub.");
    }

    private static INamespaceSymbol? Namespace(string name) =>
        name.Split('.').Aggregate((INamespaceSymbol?)Everything.Value.GlobalNamespace, (outer, part) => outer?.GetNamespaceMembers().FirstOrDefault(n => n.Name == part));
}
