using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Effects;

namespace ScaleFitness.Model.Schedules;

/// <summary>Work that each instance starts by its own clock, with nothing that lets one instance alone do it.</summary>
/// <param name="Name">Whose work, as people say it.</param>
/// <param name="Function">The function that the schedule stands in.</param>
/// <param name="Position">The statement: what waits, the timer, the scheduler's registration.</param>
/// <param name="Work">What it does beyond the process.</param>
/// <param name="Jobs">For a scheduler: its jobs that do such work, in a stable order.</param>
public sealed record ScheduledWork(string Name, SourceFunction Function, SourcePosition? Position, EffectSite Work, IReadOnlyList<TypeDefinition> Jobs);
