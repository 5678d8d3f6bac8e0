namespace ScaleFitness.Findings;

/// <summary>An exception accepted in code by <c>[UnconditionalSuppressMessage("ScaleFitness", "SF2001", Justification = "…")]</c>.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Scope">Documentation id of the member or type that carries it; <c>A:Name</c> for an assembly.</param>
/// <param name="Justification">The reason; empty is SF0001.</param>
/// <param name="Where">The place of the member that carries it.</param>
public sealed record Suppression(string Rule, string Scope, string Justification, Place Where);
