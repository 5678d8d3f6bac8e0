using ScaleFitness.Findings;

namespace ScaleFitness.Reports.Content;

/// <summary>Why a fix helps.</summary>
internal static class Benefit
{
    private const string OwnUnit = "Each unit of work then has what it works with to itself, so that requests no longer meet in it.";

    private const string Shared = "Connections are then opened once and used by all, so that load no longer decides how many there are.";

    private const string Settled = "Of two requests that meet the database then decides, so that neither overwrites or repeats the other's work.";

    // Where a rule's benefit is not its area's.
    private static readonly Dictionary<string, string> ByRule = new()
    {
        ["SF1004"] = OwnUnit,
        ["SF1005"] = OwnUnit,
        ["SF2014"] = Shared,
        ["SF2017"] = Settled,
        ["SF2020"] = Settled,
        ["SF5001"] = Shared,
        ["SF5004"] = Shared,
    };

    private static readonly Dictionary<string, string> ByArea = new()
    {
        ["SF1"] = "All instances then see the same state, so that adding or losing one changes no answer.",
        ["SF2"] = "The work of a request then follows from what it asks for, and no longer from how much data there is.",
        ["SF3"] = "Requests then no longer wait for one another, so that more cores and instances mean more throughput.",
        ["SF4"] = "Load past capacity is then refused at once, so that what is admitted is still answered in time.",
        ["SF5"] = "A slow neighbour then costs the feature that needs it, and no longer the whole instance.",
        ["SF6"] = "The cache then stays within its memory, and its answers within their age.",
        ["SF7"] = "A tenant's data and load then stay with that tenant.",
        ["SF9"] = "The modules can then be scaled apart.",
    };

    public static string? Of(Finding finding) => finding.Fix.Why ?? ByRule.GetValueOrDefault(finding.Rule.Id) ?? ByArea.GetValueOrDefault(NumberedFinding.AreaOf(finding.Rule));
}
