namespace ScaleFitness.Findings;

/// <summary>How sure the kit is that a finding is a defect.</summary>
public enum Confidence
{
    /// <summary>A hint: a person has to look.</summary>
    Low,

    /// <summary>Probable: one assumption could not be checked.</summary>
    Medium,

    /// <summary>Every step was seen in the code.</summary>
    High,
}
