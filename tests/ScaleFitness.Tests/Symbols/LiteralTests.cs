using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mono.Cecil;
using Mono.Cecil.Cil;
using ScaleFitness.Rules;
using ScaleFitness.Tests.Harness;

namespace ScaleFitness.Tests.Symbols;

/// <summary>Names that the code compares with in the middle of a line stand for something, too: they are read out of our own assembly.</summary>
public partial class LiteralTests
{
    /// <summary>Names that no reference of the tests has, each with the reason.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["UseXminAsConcurrencyToken"] = "Npgsql's provider before version 8",
        ["RefitGeneratedClient"] = "the registrations that Refit's generator writes",
        ["AddOverflow"] = "an operation of the engine's own",
        ["Task.Factory.StartNew"] = "a text for people",
        ["FireAndForgetSafeAsync"] = "a helper that many apps write themselves",
        ["InsertAsync"] = "a repository's method, by its name",
        ["OnPost"] = "a page's handler, by its name",
    };

    private static readonly Lazy<Known> Names = new(() => new(
        CSharpCompilation.Create("Everything", references: ReferenceSet.FrameworkAndPackages.Concat(StubAssemblies.References))));

    public static TheoryData<string> Dotted() => [.. Literals().Where(t => DottedName().IsMatch(t) && !Elsewhere.ContainsKey(t)).Distinct().Order(StringComparer.Ordinal)];

    public static TheoryData<string> Members() => [.. Literals().Where(t => MemberName().IsMatch(t) && !Elsewhere.ContainsKey(t)).Distinct().Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Dotted))]
    public void A_name_with_points_is_a_type_a_namespace_an_assembly_a_member_or_the_beginning_of_one(string name) =>
        Assert.True(Names.Value.Begins(name), $"\"{name}\" is neither in the framework nor in a package or stub.");

    [Theory, MemberData(nameof(Members))]
    public void A_name_that_looks_like_a_members_is_a_part_of_one(string name) =>
        Assert.True(Names.Value.HasMember(name), $"\"{name}\" is neither in the framework nor in a package or stub.");

    /// <summary>The texts of the code that reads apps. Records print their own names.</summary>
    private static IEnumerable<string> Literals()
    {
        using var module = ModuleDefinition.ReadModule(typeof(Rule).Assembly.Location);
        var types = module.GetTypes().Where(t => Outermost(t).Namespace is var n && (n.StartsWith("ScaleFitness.Model.", StringComparison.Ordinal) || n.StartsWith("ScaleFitness.Code.", StringComparison.Ordinal) || n.StartsWith("ScaleFitness.Rules", StringComparison.Ordinal)));
        return [.. types.SelectMany(t => t.Methods).Where(m => m.HasBody && m.Name != "ToString").SelectMany(m => m.Body.Instructions).Where(i => i.OpCode == OpCodes.Ldstr).Select(i => (string)i.Operand)];
    }

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    [GeneratedRegex(@"^[A-Z]\w*(\.[A-Z]\w*)+(`\d)?(\+\w+(`\d)?)?\.?$")]
    private static partial Regex DottedName();

    [GeneratedRegex(@"^(((get|set|add)_|Add|Use|Map|Get|Set|Register|From|Bulk|Receive|List|Stream|Hash|Basic|Create|Insert|On)[A-Z]\w*|[A-Z]\w*(Async|Connection|Exception|Attribute|Client|Delegate|Extensions))$")]
    private static partial Regex MemberName();

    /// <summary>All names of some references.</summary>
    private sealed class Known
    {
        private readonly HashSet<string> _dotted = new(StringComparer.Ordinal);
        private readonly HashSet<string> _members = new(StringComparer.Ordinal);
        private readonly Lazy<string> _all;

        public Known(Compilation compilation)
        {
            _dotted.UnionWith(compilation.References.Select(compilation.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>().Select(a => a.Name));
            Add(compilation.GlobalNamespace);
            _all = new(() => string.Join('\n', _dotted.Concat(_members).Prepend("")));
        }

        public bool Begins(string name) => _dotted.Contains(name.TrimEnd('.')) || _all.Value.Contains("\n" + name, StringComparison.Ordinal);

        public bool HasMember(string name) => _members.Contains(name) || _all.Value.Contains(name, StringComparison.Ordinal);

        private void Add(INamespaceSymbol within)
        {
            _dotted.Add(within.ToDisplayString());
            foreach (var inner in within.GetNamespaceMembers())
                Add(inner);
            foreach (var type in within.GetTypeMembers())
                Add(type, within.IsGlobalNamespace ? "" : within.ToDisplayString() + ".");
        }

        private void Add(INamedTypeSymbol type, string prefix)
        {
            _members.Add(type.MetadataName);
            _dotted.Add(prefix + type.MetadataName);
            foreach (var member in type.GetMembers().Where(m => m is not INamedTypeSymbol))
            {
                _members.Add(member.MetadataName);
                _dotted.Add($"{prefix}{type.MetadataName}.{member.MetadataName}");
                _dotted.Add($"{type.MetadataName}.{member.MetadataName}");
            }

            foreach (var inner in type.GetTypeMembers())
                Add(inner, prefix + type.MetadataName + "+");
        }
    }
}
