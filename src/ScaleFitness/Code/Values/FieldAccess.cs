using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Values;

/// <summary>A store to a field that the author wrote.</summary>
/// <param name="Function">The function it stands in.</param>
/// <param name="Field">The field.</param>
/// <param name="Definition">The app's definition of it, or null for a library's.</param>
/// <param name="Receiver">The object, or null for a static field.</param>
/// <param name="Value">What is stored.</param>
/// <param name="Position">The statement.</param>
/// <param name="Order">Its place among the function's instructions.</param>
/// <param name="WhenNull">Whether it happens only where the field was seen to be null or false: lazy initialisation.</param>
public sealed record FieldWrite(SourceFunction Function, FieldRef Field, FieldDefinition? Definition, Value? Receiver, Value Value, SourcePosition? Position, int Order, bool WhenNull);

/// <summary>A store to an element of an array, or through a reference.</summary>
/// <param name="Function">The function it stands in.</param>
/// <param name="Target">The array, or the field or argument behind the reference.</param>
/// <param name="Value">What is stored.</param>
/// <param name="Position">The statement.</param>
/// <param name="Order">Its place among the function's instructions.</param>
public sealed record ElementWrite(SourceFunction Function, Value Target, Value Value, SourcePosition? Position, int Order);

/// <summary>A store to a variable that lambdas capture.</summary>
/// <param name="Function">The function it stands in.</param>
/// <param name="Variable">The closure's field.</param>
/// <param name="Value">What is stored.</param>
/// <param name="Position">The statement.</param>
public sealed record CapturedWrite(SourceFunction Function, FieldDefinition Variable, Value Value, SourcePosition? Position);
