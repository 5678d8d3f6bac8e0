using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Jobs;

/// <summary>A queue of the process that requests fill and background work empties.</summary>
/// <param name="Making">What makes or registers it.</param>
/// <param name="Field">The field that keeps it from there on, or null.</param>
/// <param name="Puts">Calls on requests that put something in.</param>
/// <param name="Takes">Calls of background work that take it out.</param>
public sealed record JobQueue(Call Making, FieldDefinition? Field, IReadOnlyList<Call> Puts, IReadOnlyList<Call> Takes);
