namespace ScaleFitness.Findings;

/// <summary>A finding that the team accepts as an exception. It is listed with its reason, never hidden.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Reason">Why it may stay; empty is SF0001.</param>
/// <param name="Until">The last day (UTC) on which it is accepted, or null for no end.</param>
/// <param name="InSource">Whether an attribute in the code accepts it, and not the verified file.</param>
public sealed record AcceptedFinding(Finding Finding, string Reason, DateOnly? Until, bool InSource);
