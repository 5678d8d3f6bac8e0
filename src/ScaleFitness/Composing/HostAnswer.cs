using ScaleFitness.Model.Composition;

namespace ScaleFitness.Composing;

/// <summary>What came of composing.</summary>
/// <param name="Host">The host; null where none was built.</param>
/// <param name="Failure">Why start-up did not run to its end; null where it did.</param>
internal sealed record HostAnswer(ComposedHost? Host, HostFailure? Failure)
{
    /// <summary>Why there was nothing to compose; null where there was.</summary>
    public string? NotApplicable { get; init; }
}

/// <summary>Why start-up did not run to its end.</summary>
/// <param name="What">What happened, a sentence without its full stop.</param>
/// <param name="Advice">What to set or change, a sentence.</param>
/// <param name="At">The app's method in which it happened, or null.</param>
internal sealed record HostFailure(string What, string Advice, HostMethod? At = null);
