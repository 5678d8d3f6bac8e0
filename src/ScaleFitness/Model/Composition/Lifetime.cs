namespace ScaleFitness.Model.Composition;

/// <summary>How long the container keeps an object; longer is greater.</summary>
public enum Lifetime
{
    /// <summary>Made whenever it is asked for.</summary>
    Transient,

    /// <summary>One for each request.</summary>
    Scoped,

    /// <summary>One for the process.</summary>
    Singleton,
}
