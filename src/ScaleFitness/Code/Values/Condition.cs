namespace ScaleFitness.Code.Values;

/// <summary>Something that was tested on every way to a statement.</summary>
/// <param name="Value">What was tested: a call's result, a field, an argument.</param>
/// <param name="IsTrue">Whether it is true (or not null) there, or false (or null).</param>
public sealed record Condition(Value Value, bool IsTrue);
