using ScaleFitness.Model.Routing;

namespace ScaleFitness.Model.Limits;

/// <summary>What the app does about more requests than it can serve, and what they cost it.</summary>
public sealed class Backpressure
{
    private readonly Lazy<RateLimits> _rates;
    private readonly Lazy<TimeLimits> _times;

    internal Backpressure(ExpensiveWork expensive, Func<RateLimits> rates, Func<TimeLimits> times)
    {
        Expensive = expensive;
        _rates = new(rates);
        _times = new(times);
    }

    /// <summary>The rate limiter.</summary>
    public RateLimits Rates => _rates.Value;

    /// <summary>Time limits on requests.</summary>
    public TimeLimits Times => _times.Value;

    /// <summary>What makes endpoints expensive.</summary>
    public ExpensiveWork Expensive { get; }
}
