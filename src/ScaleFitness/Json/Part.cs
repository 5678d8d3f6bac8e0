namespace ScaleFitness.Json;

/// <summary>A JSON value with its position. <see cref="System.Text.Json.JsonElement"/> forgets positions, and errors need them.</summary>
internal abstract record Part(Position At);

internal sealed record ObjectPart(Position At, IReadOnlyList<Member> Members) : Part(At);

internal sealed record ArrayPart(Position At, IReadOnlyList<Part> Items) : Part(At);

internal sealed record TextPart(Position At, string Text) : Part(At);

// Whole: the value where it is a whole number that fits, or null.
internal sealed record NumberPart(Position At, double Value, long? Whole) : Part(At);

internal sealed record FlagPart(Position At, bool Value) : Part(At);

internal sealed record NullPart(Position At) : Part(At);

// At: where the name stands.
internal sealed record Member(string Name, Position At, Part Value);
