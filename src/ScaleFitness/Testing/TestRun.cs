using System.Collections.Concurrent;
using System.Reflection;
using ScaleFitness.Findings;
using ScaleFitness.Rules;
using ScaleFitness.Verdicts;

namespace ScaleFitness.Testing;

/// <summary>
/// What the tests that the kit compiles into a test project call, and what a test written by hand calls: the names of
/// the rules, and the verdict on one of them. The analysis runs once for a test assembly, whichever test comes first.
/// </summary>
public static class TestRun
{
    private static readonly ConcurrentDictionary<Assembly, Lazy<RunningTests>> _runs = new();

    /// <summary>The names of the rules' tests, such as <c>SF2001 unbounded query</c>. Nothing is analysed for it: test explorers ask often.</summary>
    /// <param name="testAssembly">The assembly of the tests; its own public rules are among them.</param>
    public static IReadOnlyList<string> RuleNames(Assembly testAssembly)
    {
        ArgumentNullException.ThrowIfNull(testAssembly);
        return [.. KitRules.All
            .Concat(Catalogue(testAssembly).Select(rule => rule.Info))
            .OrderBy(rule => rule.Id, StringComparer.Ordinal)
            .Select(rule => rule.TestName)];
    }

    /// <summary>Returns where the rule passes, throws where it does not.</summary>
    /// <param name="testAssembly">The assembly of the tests.</param>
    /// <param name="rule">One of <see cref="RuleNames"/>.</param>
    /// <exception cref="ScaleFitnessException">The rule's findings, or why the kit could not look.</exception>
    public static void Check(Assembly testAssembly, string rule)
    {
        ArgumentNullException.ThrowIfNull(testAssembly);
        var tests = _runs.GetOrAdd(testAssembly, static assembly => new Lazy<RunningTests>(() => new(Run(assembly)))).Value;
        var verdict = tests.Report.Verdicts.FirstOrDefault(verdict => verdict.Rule.TestName == rule)
            ?? throw new ScaleFitnessException($"This run has no rule \"{rule}\". Its rules are: {string.Join(", ", tests.Report.Verdicts.Select(v => v.Rule.TestName))}.", null);
        if (!verdict.Passed)
            throw new ScaleFitnessException(WithAnnotations(verdict) + (tests.IsLastFailure(verdict) ? "\n\n" + tests.Report.Console : ""), verdict.FirstFailure);
    }

    // A team's rule that cannot be created must not hide all tests: they are listed, and each fails with the reason.
    private static IReadOnlyList<Rule> Catalogue(Assembly testAssembly)
    {
        var kit = typeof(Rule).Assembly;
        try
        {
            return RuleDiscovery.In([kit, testAssembly]);
        }
        catch (InvalidRuleException)
        {
            return RuleDiscovery.In(kit);
        }
    }

    private static FitnessReport Run(Assembly testAssembly)
    {
        var folder = testAssembly.Location is { Length: > 0 } path ? Path.GetDirectoryName(path)! : AppContext.BaseDirectory;
        var report = Fitness.Check(RunOptions.Of(testAssembly, folder));
        RunSummary.Publish(folder, report.Summary);
        return report;
    }

    // Only what a failing test says reaches the build server's log for sure; there each line is read for annotations.
    private static string WithAnnotations(RuleVerdict verdict) =>
        new BuildServer(Environment.GetEnvironmentVariable).Annotation is { } annotation && verdict.Failing.Count > 0
            ? string.Join('\n', [verdict.Message, "", .. verdict.Failing.Select(annotation)])
            : verdict.Message;
}
