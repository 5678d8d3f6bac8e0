using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mono.Cecil;
using Mono.Cecil.Cil;
using ScaleFitness.Rules;
using ScaleFitness.Tests.Harness;

namespace ScaleFitness.Tests.Symbols;

/// <summary>Names that the code compares with and that stand in no table: each stands for something, too.</summary>
public partial class LiteralTests
{
    private static readonly Lazy<Compilation> Everything = new(() =>
        CSharpCompilation.Create("Everything", references: ReferenceSet.FrameworkAndPackages.Concat(StubAssemblies.References)));

    [Fact]
    public void Experiment()
    {
        var texts = Literals().ToList();
        var dotted = texts.Where(t => Dotted().IsMatch(t.Text)).ToList();
        var namespaces = new HashSet<string>();
        var members = new HashSet<string>();
        void Walk(INamespaceSymbol ns)
        {
            namespaces.Add(ns.ToDisplayString());
            foreach (var inner in ns.GetNamespaceMembers()) Walk(inner);
            foreach (var t in ns.GetTypeMembers()) Type(t);
        }
        void Type(INamedTypeSymbol t)
        {
            members.Add(t.MetadataName);
            foreach (var m in t.GetMembers()) members.Add(m.MetadataName);
            foreach (var i in t.GetTypeMembers()) Type(i);
        }
        Walk(Everything.Value.GlobalNamespace);
        var bad = dotted.Where(t => Everything.Value.GetTypesByMetadataName(t.Text).IsEmpty && !namespaces.Contains(t.Text.TrimEnd('.'))).Select(t => $"{t.Where}: {t.Text}");
        var joined = string.Join('\n', members);
        var id = texts.Where(t => !t.Where.EndsWith(".ToString") && !t.Where.Contains("AppModel") && Identifier().IsMatch(t.Text) && !joined.Contains(t.Text)).Select(t => $"{t.Where}: {t.Text}");
        File.WriteAllLines("/tmp/tidy-dotted.txt", bad.Distinct());
        File.WriteAllLines("/tmp/tidy-ids.txt", id.Distinct());
    }

    private static IEnumerable<(string Text, string Where)> Literals()
    {
        using var module = ModuleDefinition.ReadModule(typeof(Rule).Assembly.Location);
        var all = new List<(string, string)>();
        foreach (var type in module.GetTypes().Where(t => (t.DeclaringType ?? t) is var outer && (outer.Namespace.StartsWith("ScaleFitness.Model") || outer.Namespace.StartsWith("ScaleFitness.Code") || outer.Namespace.StartsWith("ScaleFitness.Rules"))))
            foreach (var method in type.Methods.Where(m => m.HasBody))
                foreach (var i in method.Body.Instructions.Where(i => i.OpCode == OpCodes.Ldstr))
                    all.Add(((string)i.Operand, type.FullName + "." + method.Name));
        return all;
    }

    [GeneratedRegex(@"^[A-Z]\w*(\.[A-Z]\w*)+(`\d)?(\+\w+(`\d)?)?\.?$")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^(get_|set_|add_|op_)?[A-Z][a-z]\w*(`\d)?$")]
    private static partial Regex Identifier();
}
