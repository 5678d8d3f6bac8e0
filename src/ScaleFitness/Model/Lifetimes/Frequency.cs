namespace ScaleFitness.Model.Lifetimes;

/// <summary>How often something happens while the app is at work; oftener is greater.</summary>
public enum Frequency
{
    /// <summary>Once for the process, or never.</summary>
    Once,

    /// <summary>Once for each job, message, or round of a background loop.</summary>
    PerRound,

    /// <summary>Once for each request, or oftener.</summary>
    PerRequest,
}
