using System.Collections.Concurrent;
using System.Reflection;
using ScaleFitness.Rules;

namespace ScaleFitness.Testing;

/// <summary>
/// What the tests that the kit compiles into a test project call, and what a test written by hand calls: the names of
/// the rules, and the verdict on one of them. The analysis runs once for a test assembly, whichever test comes first.
/// </summary>
public static class TestRun
{
    private static readonly ConcurrentDictionary<Assembly, Lazy<FitnessReport>> Runs = new();

    /// <summary>The names of the rules' tests, such as <c>SF2001 unbounded query</c>. Nothing is analysed for it: test explorers ask often.</summary>
    public static IReadOnlyList<string> RuleNames(Assembly testAssembly) =>
        [.. RuleDiscovery.In(typeof(TestRun).Assembly)
            .Concat(RuleDiscovery.In(testAssembly))
            .Select(rule => rule.Info.TestName)
            .Distinct()
            .Order(StringComparer.Ordinal)];

    /// <summary>Throws where the rule found something that fails the test; returns where it did not.</summary>
    /// <exception cref="ScaleFitnessException">The rule's findings, or why the kit could not look.</exception>
    public static void Check(Assembly testAssembly, string rule)
    {
        var report = Runs.GetOrAdd(testAssembly, static assembly => new Lazy<FitnessReport>(() => Run(assembly))).Value;
        var verdict = report.Verdicts.FirstOrDefault(verdict => verdict.Rule.TestName == rule)
            ?? throw new ScaleFitnessException($"There is no rule \"{rule}\" in this run: build the test project again, its list of tests is older than the kit.");
        if (!verdict.Passed)
            throw new ScaleFitnessException(verdict.Message, verdict.FirstFailure);
    }

    private static FitnessReport Run(Assembly testAssembly)
    {
        var folder = testAssembly.Location is { Length: > 0 } path ? Path.GetDirectoryName(path)! : AppContext.BaseDirectory;
        var report = Fitness.Check(RunOptions.Of(testAssembly, folder));
        RunSummary.Publish(folder, report.Summary);
        return report;
    }
}
