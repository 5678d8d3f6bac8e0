using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Connections;

/// <summary>A connection or context that its function makes and does not give back on every way.</summary>
/// <param name="Making">The call that makes it.</param>
/// <param name="Name">Its type, as people write it.</param>
/// <param name="IsContext">Whether it is a context rather than a connection.</param>
/// <param name="IsNever">Whether no way gives it back; otherwise some do, and others, by an exception or an early return, do not.</param>
public sealed record Leak(Call Making, string Name, bool IsContext, bool IsNever);
