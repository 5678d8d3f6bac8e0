using ScaleFitness.Code.Values;
using ScaleFitness.Model.Effects;

namespace ScaleFitness.Model.Transactions;

/// <summary>A slow call between the begin and the end of a transaction.</summary>
/// <param name="Begin">The call that opens the transaction.</param>
/// <param name="Step">The statement: in the function that opens it, or, for a pipeline behaviour, in the handler that runs inside.</param>
/// <param name="Effect">What it does.</param>
/// <param name="Run">The library call that does it in the end.</param>
/// <param name="IsAround">Whether a pipeline behaviour opens the transaction around handlers.</param>
public sealed record SlowStep(Call Begin, Call Step, Effect Effect, Call Run, bool IsAround);
