namespace ScaleFitness.Model.Routing;

/// <summary>Whether requests to an endpoint are counted.</summary>
public enum Limit
{
    /// <summary>Nothing limits it.</summary>
    None,

    /// <summary>What it is mapped on cannot be told.</summary>
    Unknown,

    /// <summary>A policy of its own, of its group or of its controller limits it.</summary>
    Limited,

    /// <summary>Limits are switched off for it, the global one too.</summary>
    Disabled,
}
