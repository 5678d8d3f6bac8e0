using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Rules;
using ScaleFitness.Tests.Samples;

namespace ScaleFitness.Tests.Checks;

public sealed class RuleDiscoveryTests
{
    private const string Body = "{ public override RuleInfo Info => new(\"ID\", \"n\", Severity.Low, \"s\", \"a\", new(\"a\", \"b\", \"c\")); public override RuleOutcome Examine(AppModel app) => CODE; }";

    [Fact]
    public void Public_rules_are_found_in_the_order_of_their_ids() =>
        Assert.Equal(["SHOP001", "SHOP002"], RuleDiscovery.In(typeof(TeamRule).Assembly).Select(r => r.Info.Id));

    [Fact]
    public void Abstract_and_internal_classes_are_no_rules_to_run() =>
        Assert.Empty(RuleDiscovery.In(Compile("public abstract class A : Rule { } internal sealed class B : Rule " + Body)));

    [Theory]
    [InlineData("public class A : Rule { BODY } public class B : Rule { BODY }", "The rule id SHOP009 is taken by A and by B.")]
    [InlineData("public class A(int x) : Rule { public int X => x; BODY }", "The rule A cannot be run: it needs a public parameterless constructor")]
    [InlineData("public class A<T> : Rule { BODY }", "The rule A`1 cannot be run")]
    [InlineData("public class A : Rule { public A() => throw new System.Exception(\"ouch\"); BODY }", "The rule A could not be created: System.Exception: ouch")]
    public void A_rule_that_cannot_be_run_is_an_error(string source, string problem) =>
        Assert.StartsWith(problem, Assert.Throws<InvalidRuleException>(() => RuleDiscovery.In(Compile(source.Replace("BODY", Body[1..^1], StringComparison.Ordinal)))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("SF0004", "is one of ScaleFitness's own")]
    [InlineData("shop 1", "must be capital letters and then digits")]
    [InlineData("SHOP001", "The rule id SHOP001 is taken by")]
    public void An_id_that_cannot_be_had_is_said_in_every_verdict(string id, string problem)
    {
        using var bench = new Bench();
        var report = Fitness.Check(bench.Options with { RuleAssemblies = [typeof(TeamRule).Assembly, Compile("public class A : Rule " + Body, id)] });
        Assert.NotEmpty(report.Verdicts);
        Assert.All(report.Verdicts, v => Assert.Contains(problem, v.Message, StringComparison.Ordinal));
        Assert.Equal(report.Verdicts.Count, report.Verdicts.DistinctBy(v => v.Rule.Id).Count());
    }

    [Fact]
    public void The_same_assembly_twice_is_once()
    {
        using var bench = new Bench();
        Assert.True(Fitness.Check(bench.Options with { RuleAssemblies = [typeof(TeamRule).Assembly, typeof(TeamRule).Assembly, typeof(Rule).Assembly] }).Passed);
    }

    [Theory]
    [InlineData("throw new System.Exception(\"ouch\")", "ouch")]
    [InlineData("null!", "Examine returned null.")]
    public void A_rule_that_throws_fails_alone(string code, string said)
    {
        using var bench = new Bench();
        var report = Fitness.Check(bench.Options with
        {
            RuleAssemblies = [typeof(TeamRule).Assembly, Compile("public class Broken : Rule " + Body, code: code)],
            Analyse = request => new() { Outcomes = [.. request.Rules.Select(r => r.Examine(AppModel.Read([], new ScaleContext())))] },
        });

        var broken = Bench.Of(report, "SHOP009");
        Assert.False(broken.Passed);
        Assert.StartsWith("SHOP009 n was not checked: the rule threw", broken.Message, StringComparison.Ordinal);
        Assert.Contains("This is a bug of Broken; please report it", broken.Message, StringComparison.Ordinal);
        Assert.Contains(said, broken.Message, StringComparison.Ordinal);
        Assert.True(Bench.Of(report, "SHOP001").Passed);
    }

    private static Assembly Compile(string source, string id = "SHOP009", string code = "Examined(1, [])")
    {
        var text = "using ScaleFitness.Findings; using ScaleFitness.Model; using ScaleFitness.Rules; "
            + source.Replace("ID", id, StringComparison.Ordinal).Replace("CODE", code, StringComparison.Ordinal);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p));
        var compilation = CSharpCompilation.Create(
            "Rules" + Guid.NewGuid().ToString("N"), [CSharpSyntaxTree.ParseText(text)], references, new(OutputKind.DynamicallyLinkedLibrary));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return Assembly.Load(stream.ToArray());
    }
}
