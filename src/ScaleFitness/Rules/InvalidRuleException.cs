namespace ScaleFitness.Rules;

/// <summary>A rule that cannot be run as it is written. The message says which, why and what to do.</summary>
public sealed class InvalidRuleException : Exception
{
    /// <summary>For a message, and what caused it.</summary>
    public InvalidRuleException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
