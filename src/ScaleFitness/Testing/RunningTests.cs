using ScaleFitness.Verdicts;

namespace ScaleFitness.Testing;

/// <summary>
/// The tests of one run. The last one to fail also says what the run comes to: after a failure nothing but the messages
/// of tests is sure to reach the console, and the end of it is where people look.
/// </summary>
internal sealed class RunningTests(FitnessReport report)
{
    private readonly HashSet<string> _stillToFail = report.Verdicts.Where(v => !v.Passed).Select(v => v.Rule.TestName).ToHashSet();

    public FitnessReport Report => report;

    /// <summary>Whether every other failing rule has been asked for; true once.</summary>
    public bool IsLastFailure(RuleVerdict verdict)
    {
        lock (_stillToFail)
            return _stillToFail.Remove(verdict.Rule.TestName) && _stillToFail.Count == 0;
    }
}
