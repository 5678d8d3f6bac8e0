using static System.FormattableString;

namespace ScaleFitness.Findings.Projections;

/// <summary>How many elements a loop runs over: the rows of a table where it is known, an assumption where it is not.</summary>
internal sealed record Elements(double Today, string Growing, string Assumption, string[] RestsOn)
{
    /// <param name="context">The scale.</param>
    /// <param name="entity">The entity whose rows are looped over, or null where that is not known.</param>
    public static Elements Of(ScaleContext context, string? entity) =>
        entity is null
            ? new(Assumed.Elements, "elements", Invariant($"{Assumed.Elements} elements today (nothing says how many)"), [])
            : new(context.RowsOf(entity), $"rows of {entity}", Scale.Rows(context, entity), ["rows"]);

    /// <summary>The keys that a figure rests on which follows from these and from the elements; none where those are assumed.</summary>
    public string[] With(params string[] keys) => RestsOn.Length == 0 ? [] : [.. RestsOn, .. keys];
}
