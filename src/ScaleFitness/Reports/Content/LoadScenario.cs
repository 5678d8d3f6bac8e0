using ScaleFitness.Findings;

namespace ScaleFitness.Reports.Content;

/// <summary>A run under load that would show whether a finding is right.</summary>
/// <param name="Name">Such as <c>growth</c>.</param>
/// <param name="How">What to run and what to look at.</param>
internal sealed record LoadScenario(string Name, string How)
{
    private static readonly LoadScenario Concurrency = new("concurrency", "the same data with 1, 2, 4, … callers at a time: no errors, and throughput must grow with them; look at p95 and at the thread pool's queue");

    private static readonly LoadScenario Steady = new("steady load", "the planned load times its growth for ten minutes: connections, ports in TIME_WAIT and memory must level off");

    // What has to grow for a defect to show. The rules of an area of the catalogue mostly have it in common; those that have not come first.
    private static readonly Dictionary<string, LoadScenario> ByRule = new()
    {
        ["SF1004"] = Concurrency,
        ["SF1005"] = Concurrency,
        ["SF2010"] = Concurrency,
        ["SF2011"] = Concurrency,
        ["SF2014"] = Steady,
        ["SF2017"] = Concurrency,
        ["SF2020"] = Concurrency,
        ["SF5001"] = Steady,
        ["SF5004"] = Steady,
        ["SF5011"] = Steady,
    };

    private static readonly Dictionary<string, LoadScenario> ByArea = new()
    {
        ["SF1"] = new("second instance", "two instances behind a balancer without affinity: write through one, read through the other, stop either; the answers must agree"),
        ["SF2"] = new("growth", "the same requests with 1×, 10× and 100× the rows: queries, rows read and memory per request must stay the same"),
        ["SF3"] = Concurrency,
        ["SF4"] = new("burst", "ten times the planned requests a second for a minute: what is too much must get 429 at once, and what is admitted must keep its p95"),
        ["SF5"] = new("slow neighbour", "the planned load while the neighbour answers after 30 s, or not at all: endpoints that do not need it must keep their p95; look at requests in flight and sockets"),
        ["SF6"] = new("cold cache", "the planned load right after a restart, and after the busiest key expires: the source must see one load per key; memory must level off"),
        ["SF7"] = new("noisy tenant", "one tenant with ten times its share: the others must keep their p95 and see only their own data"),
    };

    /// <summary>The scenario for a finding, or null where no load shows it.</summary>
    public static LoadScenario? Of(Finding finding) => ByRule.GetValueOrDefault(finding.Rule.Id) ?? ByArea.GetValueOrDefault(NumberedFinding.AreaOf(finding.Rule));

    /// <summary>The entry point that a scenario has to drive, or null.</summary>
    public static string? EntryOf(Finding finding) =>
        finding.Path is [{ Note: { } note }, ..] && note.StartsWith("entry point: ", StringComparison.Ordinal) ? note["entry point: ".Length..] : null;
}
