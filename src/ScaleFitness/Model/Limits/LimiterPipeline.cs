using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Routing;
using ScaleFitness.Model.Sharing;

namespace ScaleFitness.Model.Limits;

/// <summary>Where the rate limiter stands among the middleware. From code only what one function says in order is known.</summary>
public sealed class LimiterPipeline
{
    internal LimiterPipeline(CodeModel code, CallIndex index, SetupCalls setup, ComposedHost? host)
    {
        Uses = setup.Find(n => n == "UseRateLimiter", m => m.Is(LimitSymbols.Pipeline));
        // What ends with the endpoints was followed to its end.
        IsComposed = host is { IsComplete: true } && host.AllMiddleware.Any(m => m.FullName == LimitSymbols.EndpointMiddleware);
        if (IsComposed)
        {
            var main = host!.Middleware.Select(m => m.FullName).ToList();
            var limiter = main.IndexOf(LimitSymbols.Middleware);
            var routing = main.IndexOf(LimitSymbols.RoutingMiddleware);
            var endpoints = main.IndexOf(LimitSymbols.EndpointMiddleware);
            var authentication = main.IndexOf(LimitSymbols.AuthenticationMiddleware);
            IsThere = host.AllMiddleware.Any(m => m.FullName == LimitSymbols.Middleware);
            IsBeforeRouting = limiter >= 0 && routing > limiter;
            IsBehindEndpoints = limiter >= 0 && endpoints >= 0 && endpoints < limiter;
            SeesCallers = limiter < 0 || authentication < 0 || authentication < limiter;
        }
        else
        {
            // A branch for development is no use of it; a library's own method may be one.
            IsThere = index.Mentioning("UseRateLimiter").Count > 0 && Uses.Count > 0;
            MayBeElsewhere = index.Mentioning(n => n.StartsWith("Use", StringComparison.Ordinal)).SelectMany(f => code.BodyOf(f).Calls).Any(c => IsStrangers(code, c));
            IsBeforeRouting = Uses is [var only] && Before(code, only, "UseRouting");
            IsBehindEndpoints = Uses is [var use] && code.BodyOf(use.Function).Calls.Any(c => c.Method.Is(LimitSymbols.RoutingPipeline, "UseEndpoints") && c.Order < use.Order);
        }
    }

    /// <summary>Calls of <c>UseRateLimiter</c>, but those for development.</summary>
    public IReadOnlyList<Call> Uses { get; }

    /// <summary>Whether the composed host said so.</summary>
    public bool IsComposed { get; }

    /// <summary>Whether the middleware is anywhere in the pipeline.</summary>
    public bool IsThere { get; }

    /// <summary>Whether a library that nobody here knows adds to the pipeline, and so perhaps the limiter.</summary>
    public bool MayBeElsewhere { get; }

    /// <summary>Whether requests come by before it is known which endpoint they are for.</summary>
    public bool IsBeforeRouting { get; }

    /// <summary>Whether requests have been answered before they come by.</summary>
    public bool IsBehindEndpoints { get; }

    /// <summary>Whether it is known by then who calls.</summary>
    public bool SeesCallers { get; } = true;

    private static bool IsStrangers(CodeModel code, Call call) =>
        call.Method is { HasThis: false, Parameters: [{ FullName: RoutingSymbols.ApplicationBuilder or LimitSymbols.WebApplication }, ..] } method && method.Name.StartsWith("Use", StringComparison.Ordinal)
        && code.FunctionOf(method) is null && !method.DeclaringType.Assembly.StartsWith("Microsoft.", StringComparison.Ordinal);

    private static bool Before(CodeModel code, Call use, string name) =>
        code.BodyOf(use.Function).Calls.Where(c => c.Method.Is(LimitSymbols.RoutingPipeline, name)).ToList() is [_, ..] calls && calls.All(c => c.Order > use.Order);
}
