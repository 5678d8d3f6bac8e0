using static System.FormattableString;

namespace ScaleFitness.Findings;

/// <summary>The scale at which a projection says that something gives way. An estimate, like the projection it belongs to.</summary>
/// <param name="Factor">How many times today's scale that is; one and less: at today's. Orders breaking points: the least comes first.</param>
/// <param name="Text">The same in words, such as <c>at 4.2x today's load: all 28,232 ports are taken</c>.</param>
public sealed record BreakingPoint(double Factor, string Text)
{
    /// <summary>Beyond so many times today's scale nobody plans: there nothing breaks in view.</summary>
    public const double OutOfView = 1_000;

    /// <summary>
    /// The keys of the context that the factor follows from. Where all of them are declared, and only there, the context
    /// may raise a finding's severity; none: it never does.
    /// </summary>
    public IReadOnlyList<string> RestsOn { get; init; } = [];

    /// <summary>A breaking point that growth reaches, or null where it is out of view.</summary>
    /// <param name="factor">How many times today's scale.</param>
    /// <param name="growing">What grows, such as <c>load</c> or <c>rows of Order</c>.</param>
    /// <param name="what">What gives way, as a clause.</param>
    /// <param name="restsOn">The keys of the context that the factor follows from.</param>
    public static BreakingPoint? At(double factor, string growing, string what, params string[] restsOn)
    {
        if (double.IsNaN(factor) || factor > OutOfView)
            return null;
        var when = factor <= 1 ? $"at today's {growing} already" : Invariant($"at {Times(factor)}x today's {growing}");
        return new(factor, $"{when}: {what}") { RestsOn = restsOn };
    }

    /// <summary>What a second instance breaks, whatever the load: the factor is one where there is a second one, and no declared number raises it.</summary>
    /// <param name="context">The scale.</param>
    /// <param name="what">What gives way, as a clause.</param>
    public static BreakingPoint? AtSecondInstance(ScaleContext context, string what) =>
        context.Instances > 1 ? new(1, $"at the second instance: {what}") : null;

    // Rounded down: nothing is said to hold for longer than it does.
    private static string Times(double factor) =>
        factor < 10 ? Invariant($"{Math.Floor(factor * 10) / 10:0.#}") : Invariant($"{Math.Floor(factor):#,0}");
}
