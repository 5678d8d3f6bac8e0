using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.State;

/// <summary>A statement that gives a field, as far as it holds one thing, another value.</summary>
/// <param name="Field">The field.</param>
/// <param name="Function">The function that the statement stands in.</param>
/// <param name="Position">The statement.</param>
/// <param name="Value">What is stored; null where it is computed from what was there, as by <c>Interlocked.Increment</c>.</param>
/// <param name="IsFirst">Whether it only ever happens to a field that holds nothing yet: lazy initialisation, a latch.</param>
public sealed record SlotWrite(FieldDefinition Field, SourceFunction Function, SourcePosition? Position, Value? Value, bool IsFirst);
