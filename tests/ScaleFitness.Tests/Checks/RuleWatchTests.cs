using ScaleFitness.Analysis;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Rules;
using ScaleFitness.Tests.Samples;

namespace ScaleFitness.Tests.Checks;

/// <summary>No rule hangs a run: what does not end is given up on, by name, and the others are heard.</summary>
public sealed class RuleWatchTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(200);

    [Fact]
    public void A_rule_that_does_not_end_is_given_up_on_and_the_others_are_heard()
    {
        var watch = new RuleWatch(Short);
        var (endless, other) = (new GuardedRule(new EndlessRule("SHOP003"), watch), new GuardedRule(new RememberingRule(), watch));

        var result = Run(endless, other);

        Assert.StartsWith("SHOP003 endless was not checked: the rule gave no answer within 0.2 s", endless.Problem, StringComparison.Ordinal);
        Assert.Null(other.Problem);
        Assert.Equal(1, result.Outcomes.Single(o => o.Rule.Id == "SHOP004").Examined);
    }

    [Fact]
    public void What_runs_on_keeps_its_model_to_itself()
    {
        var watch = new RuleWatch(Short);
        var (before, after) = (new RememberingRule(), new RememberingRule());
        var endless = new EndlessRule("SHOP003");

        Run(new GuardedRule(before, watch), new GuardedRule(endless, watch), new GuardedRule(after, watch));

        Assert.Same(before.Seen, endless.Seen);
        Assert.NotSame(after.Seen, endless.Seen);
    }

    [Fact]
    public void After_three_of_them_the_others_are_not_run()
    {
        var watch = new RuleWatch(Short);
        var last = new GuardedRule(new RememberingRule(), watch);

        Run([.. Enumerable.Range(0, 3).Select(i => new GuardedRule(new EndlessRule($"SHOP01{i}"), watch)), last]);

        Assert.Equal("SHOP004 remembering was not checked: 3 rules before it did not end within 0.2 s each. See what is said of them.", last.Problem);
    }

    [Fact]
    public void What_a_rule_throws_is_told_with_its_trace()
    {
        var broken = new GuardedRule(new BrokenRule(), new RuleWatch(TimeSpan.FromMinutes(1)));
        Run(broken);
        Assert.Contains("the rule threw FormatException", broken.Problem, StringComparison.Ordinal);
        Assert.Contains(nameof(BrokenRule), broken.Problem, StringComparison.Ordinal);
        Assert.False(broken.RunsOn);
    }

    private static AnalysisResult Run(params Rule[] rules) => AppAnalysis.Run(new([typeof(RuleWatchTests).Assembly.Location], rules, new ScaleContext()));

    private sealed class EndlessRule(string id) : Rule
    {
        public AppModel? Seen { get; private set; }

        public override RuleInfo Info { get; } = Sample.Rule(id, "endless");

        public override RuleOutcome Examine(AppModel app)
        {
            Seen = app;
            while (true)
                Thread.Sleep(1_000);
        }
    }

    private sealed class RememberingRule : Rule
    {
        public AppModel? Seen { get; private set; }

        public override RuleInfo Info { get; } = Sample.Rule("SHOP004", "remembering");

        public override RuleOutcome Examine(AppModel app)
        {
            Seen = app;
            return Examined(1, []);
        }
    }

    private sealed class BrokenRule : Rule
    {
        public override RuleInfo Info { get; } = Sample.Rule("SHOP005", "broken");

        public override RuleOutcome Examine(AppModel app) => throw new FormatException("no such format");
    }
}
