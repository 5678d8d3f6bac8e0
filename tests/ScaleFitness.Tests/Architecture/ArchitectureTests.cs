using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mono.Cecil;
using ScaleFitness.Code.Flow;
using ScaleFitness.Tests.Harness;

namespace ScaleFitness.Tests.Architecture;

/// <summary>The kit's own sources keep to the plan of the house.</summary>
public sealed class ArchitectureTests
{
    private const int MedianLength = 100;
    private const int GreatestLength = 300;

    private static readonly string[] EmptyNames = ["Helper", "Helpers", "Manager", "Util", "Utils", "Utilities", "Processor"];

    private static readonly Lazy<IReadOnlyList<(string From, string To)>> Uses = new(() =>
    {
        using var module = ModuleDefinition.ReadModule(typeof(Fitness).Assembly.Location);
        return [.. TypeUses.In(module).Where(use => use.From.Namespace.Length > 0).Select(use => (use.From.Namespace, use.To.Namespace)).Distinct()];
    });

    [Fact]
    public void Namespaces_have_no_cycles()
    {
        var own = Uses.Value.Where(use => use.From != use.To && use.To.StartsWith("ScaleFitness", StringComparison.Ordinal)).ToLookup(use => use.From, use => use.To);
        Assert.True(own.Count > 10, "the namespaces were not read");
        var cycles = StronglyConnected.Components(own.Select(uses => uses.Key).Order(StringComparer.Ordinal), name => own[name])
            .Where(component => component.Count > 1)
            .Select(component => string.Join(", ", component.Order(StringComparer.Ordinal)));
        Assert.Empty(cycles);
    }

    [Theory]
    [InlineData("Mono.Cecil")]
    [InlineData("System.Reflection.Metadata")]
    public void Only_reading_knows_how_images_are_read(string library) =>
        Assert.Equal(["ScaleFitness.Code.Reading"], Uses.Value.Where(use => use.To.StartsWith(library, StringComparison.Ordinal)).Select(use => use.From).Distinct());

    [Theory]
    [InlineData("ScaleFitness.Findings", "ScaleFitness.Code", "ScaleFitness.Model", "ScaleFitness.Rules", "ScaleFitness.Analysis", "ScaleFitness.Baselines", "ScaleFitness.Verdicts", "ScaleFitness.Reports")]
    [InlineData("ScaleFitness.Code", "ScaleFitness.Model", "ScaleFitness.Rules", "ScaleFitness.Findings", "ScaleFitness.Analysis", "ScaleFitness.Baselines", "ScaleFitness.Verdicts")]
    [InlineData("ScaleFitness.Model", "ScaleFitness.Rules", "ScaleFitness.Analysis", "ScaleFitness.Baselines", "ScaleFitness.Verdicts", "ScaleFitness.Reports")]
    [InlineData("ScaleFitness.Rules", "ScaleFitness.Baselines", "ScaleFitness.Verdicts", "ScaleFitness.Reports", "ScaleFitness.Configuration")]
    [InlineData("ScaleFitness.Baselines", "ScaleFitness.Rules", "ScaleFitness.Code", "ScaleFitness.Model")]
    [InlineData("ScaleFitness.Reports", "ScaleFitness.Rules", "ScaleFitness.Code", "ScaleFitness.Model")]
    public void What_flows_flows_one_way(string room, params string[] unknown) =>
        Assert.DoesNotContain(Uses.Value, use => IsIn(use.From, room) && unknown.Any(other => IsIn(use.To, other)));

    [Fact]
    public void Files_are_short()
    {
        var lengths = Repository.Sources().ToDictionary(path => path, path => File.ReadLines(path).Count());
        var sorted = lengths.Values.Order().ToList();
        Assert.True(sorted[sorted.Count / 2] < MedianLength, $"half of the files have {sorted[sorted.Count / 2]} lines and more");
        var tooLong = lengths.Where(file => file.Value > GreatestLength).ToDictionary(file => Path.GetFileName(file.Key), file => file.Value);
        Assert.True(tooLong.Count == 0, string.Join(", ", tooLong.Select(file => $"{file.Key} has {file.Value} lines")));
    }

    [Fact]
    public void No_class_is_partial_or_named_after_nothing() =>
        Assert.All(Repository.Sources(), path =>
        {
            var types = CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().ToList();
            Assert.DoesNotContain(types, type => type.Modifiers.Any(SyntaxKind.PartialKeyword));
            Assert.DoesNotContain(types, type => Array.Exists(EmptyNames, name => type.Identifier.Text.EndsWith(name, StringComparison.Ordinal)));
        });

    [Fact]
    public void Folders_are_namespaces() =>
        Assert.All(Repository.Sources(), path =>
        {
            var folder = Path.GetRelativePath(Repository.At("src"), Path.GetDirectoryName(path)!).Replace(Path.DirectorySeparatorChar, '.');
            var declared = CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().Select(n => n.Name.ToString());
            Assert.All(declared, name => Assert.Equal(folder, name));
        });

    /// <summary>The compiler then demands a comment on every public member (CS1591), as warnings are errors.</summary>
    [Fact]
    public void Public_members_are_documented()
    {
        var project = File.ReadAllText(Repository.At("src", "ScaleFitness", "ScaleFitness.csproj"));
        var all = File.ReadAllText(Repository.At("Directory.Build.props"));
        Assert.Contains("<GenerateDocumentationFile>true</GenerateDocumentationFile>", project, StringComparison.Ordinal);
        Assert.Contains("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", all, StringComparison.Ordinal);
        Assert.DoesNotContain("1591", project + all + File.ReadAllText(Repository.At(".editorconfig")), StringComparison.Ordinal);
        Assert.All(Repository.Sources(), path => Assert.DoesNotContain("#pragma warning disable", File.ReadAllText(path), StringComparison.Ordinal));
    }

    private static bool IsIn(string name, string room) => name == room || name.StartsWith(room + ".", StringComparison.Ordinal);
}
