using ScaleFitness.Findings;

namespace ScaleFitness.Verdicts.Causes;

/// <summary>Tells whether two findings speak of one cause.</summary>
internal static class Causes
{
    public static bool AreOne(Finding one, Finding other, SameCause when) => when switch
    {
        SameCause.Statement => PointsTo(one, other.Where) || PointsTo(other, one.Where),
        _ => Members(one).Intersect(Members(other), StringComparer.Ordinal).Any() || IsSameVariable(one, other),
    };

    private static bool PointsTo(Finding finding, Place place) => finding.Related.Prepend(finding.Where).Any(p => IsSameStatement(p, place));

    // Rules see a statement at its start or at the call inside it: what overlaps is one. Without debug information only the member is known.
    private static bool IsSameStatement(Place one, Place other) => (one.Location, other.Location) switch
    {
        ({ } a, { } b) => a.File == b.File && IsBefore(a.Line, a.Column, b.EndLine, b.EndColumn) && IsBefore(b.Line, b.Column, a.EndLine, a.EndColumn),
        (null, null) => one.Member == other.Member,
        _ => false,
    };

    private static bool IsBefore(int line, int column, int otherLine, int otherColumn) => line < otherLine || (line == otherLine && column < otherColumn);

    // A captured variable is no member: it is the subject of the function that declares it.
    private static bool IsSameVariable(Finding one, Finding other) =>
        one.Where.Member == other.Where.Member && one.Subject is not null && one.Subject == other.Subject;

    // A function may hold any number of causes: it is none of the members that make two findings one.
    private static IEnumerable<string> Members(Finding finding) =>
        finding.Related.Prepend(finding.Where).Select(p => p.Member).Where(m => !m.StartsWith("M:", StringComparison.Ordinal));
}
