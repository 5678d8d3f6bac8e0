using ScaleFitness.Findings;
using static System.FormattableString;

namespace ScaleFitness.Reports.Content;

/// <summary>An accepted exception, with what is known of who accepted it and when.</summary>
/// <param name="Accepted">The exception.</param>
/// <param name="Reason">Its reason, or that there is none.</param>
/// <param name="Owner">Who accepted it; empty where git does not know.</param>
/// <param name="Age">Since when; empty where git does not know.</param>
internal sealed record AcceptedEntry(AcceptedFinding Accepted, string Reason, string Owner, string Age)
{
    public static IReadOnlyList<AcceptedEntry> Of(ReportInput input) =>
        input.Verdicts.SelectMany(v => v.Accepted).Select(a => Of(a, input.OriginOf(a), input.Today)).ToList();

    private static AcceptedEntry Of(AcceptedFinding accepted, Origin? origin, DateOnly today)
    {
        var reason = string.IsNullOrWhiteSpace(accepted.Reason) ? "no reason given" : SourceLines.OneLine(accepted.Reason);
        var end = accepted.Until is { } until ? Invariant($" (until {until:yyyy-MM-dd})") : "";
        var age = origin switch
        {
            null => "",
            { Since: { } since } => Invariant($"{since:yyyy-MM-dd}, {AgeOf(since, today)}"),
            _ => "not committed yet",
        };
        return new(accepted, reason + end, origin?.Owner ?? "", age);
    }

    /// <summary>An age in the unit that people would use for it.</summary>
    internal static string AgeOf(DateOnly since, DateOnly today) => (today.DayNumber - since.DayNumber) switch
    {
        <= 0 => "new",
        < 60 and var days => Plural.Of(days, "day"),
        < 730 and var days => Plural.Of(days / 30, "month"),
        var days => Plural.Of(days / 365, "year"),
    };
}
