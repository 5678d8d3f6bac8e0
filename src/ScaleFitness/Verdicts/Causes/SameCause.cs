namespace ScaleFitness.Verdicts.Causes;

/// <summary>What tells that two rules speak of one cause.</summary>
internal enum SameCause
{
    /// <summary>They stand at one statement, or one stands where the other points to as a related place.</summary>
    Statement,

    /// <summary>They speak of one field, property or type, at their own place or a related one; or of one variable that a lambda captured.</summary>
    Member,
}
