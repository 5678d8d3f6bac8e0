namespace ScaleFitness.Model.Data;

/// <summary>A column of a joined table equals something.</summary>
/// <param name="Column">The column; its name is empty for the row's parent, whatever the column is called.</param>
/// <param name="Other">A column of another joined table, or null for a value from outside.</param>
/// <param name="Group">The tables whose joining says so, or null for a filter over what is joined.</param>
internal sealed record JoinFact((int Table, string Name) Column, (int Table, string Name)? Other, int? Group)
{
    /// <summary>Facts of a condition, one list for each case joined by "or".</summary>
    public static IReadOnlyList<IReadOnlyList<JoinFact>> And(IReadOnlyList<IReadOnlyList<JoinFact>> a, IReadOnlyList<IReadOnlyList<JoinFact>> b) =>
        [.. a.SelectMany(x => b.Select(y => (IReadOnlyList<JoinFact>)[.. x, .. y])).Take(CaseLimit)];

    /// <summary>Conditions with more cases than this are generated, and broad anyway.</summary>
    private const int CaseLimit = 64;
}
