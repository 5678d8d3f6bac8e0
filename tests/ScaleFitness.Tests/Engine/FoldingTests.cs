using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.VisualBasic;
using ScaleFitness.Analysis;
using ScaleFitness.Code.Calls;
using ScaleFitness.Tests.Harness;

namespace ScaleFitness.Tests.Engine;

/// <summary>Generated code is put back by what it does, whatever its compiler calls it.</summary>
public class FoldingTests
{
    private const string VisualBasic = """
        Imports System
        Public Class Shop
            Public Function Total(prices As Integer()) As Func(Of Integer)
                Dim sum = 0
                Array.ForEach(prices, Sub(p) sum += p)
                Return Function() sum
            End Function
            Public Function Fixed() As Func(Of Integer)
                Return Function() 7
            End Function
        End Class
        """;

    [Theory]
    [InlineData("SF2001.Bookshop")]
    [InlineData("SF1001.Casino")]
    [InlineData("SF3004.Bureau")]
    public void Names_that_the_compiler_made_up_decide_nothing(string name)
    {
        var app = FixtureApp.Named(name);
        foreach (var build in app.Builds)
        {
            var compiled = FixtureCompiler.Compile(app, build);
            var folder = WorkFolder.Create($"renamed {name} {build.Name}");
            var renamed = RenamedAssembly.Of(compiled.AssemblyPath, folder);
            StubAssemblies.CopyBeside(renamed);
            Assert.Equal(Functions(compiled.AssemblyPath), Functions(renamed));
            Assert.Equal(Findings(app, compiled.AssemblyPath, compiled.SourceFolder), Findings(app, renamed, compiled.SourceFolder));
        }
    }

    [Theory]
    [InlineData(OptimizationLevel.Debug)]
    [InlineData(OptimizationLevel.Release)]
    public void Closures_of_Visual_Basic_are_seen(OptimizationLevel optimization)
    {
        var path = Path.Combine(WorkFolder.Create("Visual Basic " + optimization), "Shop.dll");
        var compilation = VisualBasicCompilation.Create("Shop", [VisualBasicSyntaxTree.ParseText(VisualBasic)], ReferenceSet.FrameworkAndPackages,
            new VisualBasicCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: optimization));
        Assert.True(compilation.Emit(path).Success);

        var code = CodeModel.Read([path]);
        var captured = Assert.Single(code.Program.Types.SelectMany(t => t.Fields), f => f.Name.EndsWith("Local_sum", StringComparison.Ordinal));
        Assert.True(code.Folded.Closures.Contains(captured.DeclaringType));
        Assert.Equal(["Shop.Total", "Lambda in Shop.Total"], code.Folded.ClosureWriters(captured).Select(f => f.ToString()));
        Assert.Equal(["Shop.Total", "Lambda in Shop.Total", "Lambda in Shop.Total", "Shop.Fixed", "Lambda in Shop.Fixed"],
            code.Functions.Select(f => f.ToString()).Where(f => !f.EndsWith("Shop.Shop", StringComparison.Ordinal)));
    }

    private static List<string> Functions(string assembly)
    {
        var code = CodeModel.Read([assembly]);
        var writers = code.Program.Types.SelectMany(t => t.Fields).Where(f => code.Folded.Closures.Contains(f.DeclaringType))
            .Select(f => $"{f.Name}: {string.Join(", ", code.Folded.ClosureWriters(f))}");
        return [.. code.Functions.Select(f => f.ToString()), .. code.Folded.Orphans.Select(o => "orphan " + o), .. writers];
    }

    private static List<string> Findings(FixtureApp app, string assembly, string sources) =>
    [
        .. AppAnalysis.Run(new AnalysisRequest([assembly], [CatalogueRules.Create(app.RuleId)], app.Scale(), sources)).Outcomes
            .SelectMany(o => o.Findings).Select(f => $"{f.Rule.Id} {f.Where.Name} {f.Where.Location?.Line} {f.Message}"),
    ];
}
