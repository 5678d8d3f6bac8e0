using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Rows;

/// <summary>What the app does with rows that it loaded.</summary>
/// <param name="Reads">The columns it reads, by name, each with the first place that does.</param>
/// <param name="Escape">Where they go that nobody follows, or null where all their uses were seen: then no other column is read.</param>
public sealed record ColumnUse(IReadOnlyDictionary<string, Call> Reads, string? Escape);
