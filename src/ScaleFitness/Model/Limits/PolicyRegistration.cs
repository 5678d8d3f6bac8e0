using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Limits;

/// <summary>A call by which code adds a limiter.</summary>
/// <param name="Call">The call.</param>
/// <param name="Policy">The policy's name; null for the global limiter, or where it cannot be told.</param>
/// <param name="IsGlobal">Whether it sets the global limiter.</param>
/// <param name="Kind">The limiter's name where it has no partitions, such as <c>FixedWindow</c>; else null.</param>
/// <param name="Partitioners">The app's functions that say which partition a caller belongs to; empty where they cannot be told.</param>
internal sealed record PolicyRegistration(Call Call, string? Policy, bool IsGlobal, string? Kind, IReadOnlyList<SourceFunction> Partitioners);
