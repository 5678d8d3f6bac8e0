namespace ScaleFitness.Verdicts.Causes;

/// <summary>Two rules that can see one cause, and which of them reports it.</summary>
/// <param name="Reports">The id of the rule that reports.</param>
/// <param name="Silent">The id of the rule that stays silent.</param>
/// <param name="When">What tells that the cause is one.</param>
/// <param name="Example">A cause that both see.</param>
internal sealed record Precedence(string Reports, string Silent, SameCause When, string Example);
