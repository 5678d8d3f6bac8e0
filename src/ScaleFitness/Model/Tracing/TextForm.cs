using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Tracing;

/// <summary>One piece of a text: what the code says, or a value that only the running program knows.</summary>
/// <param name="Literal">What the code says, or null.</param>
/// <param name="Value">The value, or null for a literal.</param>
public sealed record TextPart(string? Literal, Value? Value);

/// <summary>One way in which a text may be composed.</summary>
/// <param name="Parts">Its pieces in order.</param>
public sealed record TextForm(IReadOnlyList<TextPart> Parts)
{
    /// <summary>A text that is all there.</summary>
    public static TextForm Of(string literal) => new([new(literal, null)]);

    /// <summary>A text of which nothing is known.</summary>
    public static TextForm Of(Value value) => new([new(null, value)]);

    /// <summary>The text as far as it is known; the mark stands for each value.</summary>
    public string Render(string mark) => string.Concat(Parts.Select(p => p.Literal ?? mark));

    /// <summary>Values that only the running program knows.</summary>
    public IEnumerable<Value> Holes => Parts.Select(p => p.Value).OfType<Value>();
}
