using System.Diagnostics;
using ScaleFitness.Analysis;
using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Rules;
using Xunit.Abstractions;

namespace ScaleFitness.Robustness;

/// <summary>Every assembly of the shared frameworks through the whole engine and all rules: no exception, no hang, and few methods given up on.</summary>
public class FrameworkTests(ITestOutputHelper output)
{
    /// <summary>Of some hundred and eighty thousand bodies; the reasons are printed.</summary>
    private const int MayBeGivenUp = 5;

    [Fact]
    public void The_engine_gets_through_every_body()
    {
        var watch = Stopwatch.StartNew();
        int bodies = 0, calls = 0;
        var gaps = new List<string>();
        foreach (var path in SharedFrameworks.All)
        {
            var code = CodeModel.Read([path]);
            Assert.Empty(code.Program.Unreadable);
            gaps.AddRange(code.NotAnalysed().Select(gap => $"{Path.GetFileName(path)}: {gap.Method}: {gap.Reason}"));
            Parallel.ForEach(code.Folded.Methods.SelectMany(method => method.Functions), () => (Bodies: 0, Calls: 0), (function, _, sum) =>
            {
                // Not kept: a framework's bodies together would need more memory than a build agent has.
                var body = BodyAnalysis.Run(function, code.Folded, f => BodyAnalysis.Run(f, code.Folded, Unasked));
                if (body.NotAnalysed is { } reason)
                    lock (gaps)
                        gaps.Add($"{Path.GetFileName(path)}: {function}: {reason}");
                return (sum.Bodies + 1, sum.Calls + body.Calls.Sum(Look));
            }, sum =>
            {
                Interlocked.Add(ref bodies, sum.Bodies);
                Interlocked.Add(ref calls, sum.Calls);
            });
        }

        output.WriteLine($"{SharedFrameworks.All.Count} assemblies, {bodies} bodies, {calls} calls in {watch.Elapsed.TotalSeconds:F0} s; {gaps.Count} not analysed:");
        foreach (var gap in gaps.Order(StringComparer.Ordinal))
            output.WriteLine(gap);
        Assert.True(bodies > 100_000, $"only {bodies} bodies");
        Assert.True(gaps.Count <= MayBeGivenUp, $"{gaps.Count} not analysed, such as {gaps.FirstOrDefault()}");
    }

    [Fact]
    public void Every_rule_gets_through_every_assembly()
    {
        var watch = Stopwatch.StartNew();
        var rules = RuleDiscovery.In(typeof(Rule).Assembly);
        var findings = 0;
        foreach (var path in SharedFrameworks.All)
        {
            var result = AppAnalysis.Run(new AnalysisRequest([path], rules, new ScaleContext()));
            Assert.Equal(rules.Select(rule => rule.Info.Id), result.Outcomes.Select(outcome => outcome.Rule.Id).Where(id => rules.Any(rule => rule.Info.Id == id)));
            Assert.DoesNotContain(result.Outcomes, outcome => outcome.Rule.Id == KitRules.NothingToAnalyse.Id && outcome.Findings.Count > 0);
            findings += result.Outcomes.Sum(outcome => outcome.Findings.Count);
        }

        output.WriteLine($"{rules.Count} rules over {SharedFrameworks.All.Count} assemblies in {watch.Elapsed.TotalSeconds:F0} s: {findings} findings");
    }

    /// <summary>Values are made when looked at: a look at each makes them all.</summary>
    private static int Look(Call call)
    {
        _ = ValueWalk.Constant(call.Subject);
        foreach (var argument in call.Arguments)
            _ = ValueWalk.Origins(argument).Count;
        return 1;
    }

    private static FunctionBody Unasked(SourceFunction function) => new() { Function = function };
}
