namespace ScaleFitness.Findings;

/// <summary>How badly, and how early, a defect hurts as the app grows.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing breaks.</summary>
    Info,

    /// <summary>A weakness that needs company to hurt.</summary>
    Low,

    /// <summary>Hurts at a hundred times today's load or data.</summary>
    Medium,

    /// <summary>Degrades at ten times today's load or data.</summary>
    High,

    /// <summary>Breaks at two to five times, or forbids a second instance.</summary>
    Blocker,
}
