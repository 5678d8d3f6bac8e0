using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.Limits;

namespace ScaleFitness.Rules.Backpressure;

/// <summary>SF4002: a rate limiter that everybody believes in and that refuses nothing.</summary>
public sealed class SF4002LimiterNotInForce : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF4002",
        "rate limiter not in force",
        Severity.Blocker,
        "Rate-limit policies are set up or asked for, and the middleware is missing or stands where it cannot work; or a policy is asked for that does not exist.",
        "Nothing fails until the day the limit is needed: load past capacity is queued as if there were no limiter. A policy that does not exist fails its endpoints' first request, and every one after.",
        new(
            "Call UseRateLimiter once, after UseRouting and UseAuthentication and before the endpoints; add each policy under the name that endpoints ask for.",
            """
            app.UseRateLimiter();
            app.UseRouting();
            app.MapPost("/orders", Orders.Create).RequireRateLimiting("orders");
            """,
            """
            app.UseRouting();
            app.UseAuthentication();
            app.UseRateLimiter();
            app.MapPost("/orders", Orders.Create).RequireRateLimiting("orders");
            """));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var limits = app.Backpressure.Rates;
        if (limits.All.Count == 0 && !limits.Requests.Any && limits.Requests.ByName.Count == 0)
            return NotApplicable("the app sets up no policies of the framework's rate limiter");
        if (app.Endpoints.Count == 0 || ServingMain.Of(app) is not { } main)
            return NotApplicable("the app serves no endpoints");
        var candidates = limits.All.Count + limits.Requests.ByName.Count;
        return Examined(candidates, limits.Pipeline.IsThere ? Misplaced(app).Concat(Missing(app)) : [NotThere(app, main)]);
    }

    private Finding NotThere(AppModel app, SourceFunction main)
    {
        var (function, position) = LimitPlaces.SetUp(app) ?? (main, null);
        var what = app.Backpressure.Rates.All.Count == 0
            ? "Endpoints ask for rate-limit policies"
            : $"{(app.Backpressure.Rates.All.Count == 1 ? "A limiter is" : $"{app.Backpressure.Rates.All.Count} limiters are")} set up";
        // A setting may switch it on where the app really runs, or a library add it that code does not show.
        var confidence = app.Backpressure.Rates.Pipeline switch { { Uses.Count: > 0 } or { MayBeElsewhere: true } => Confidence.Low, { IsComposed: true } => Confidence.High, _ => Confidence.Medium };
        var other = app.Backpressure.Rates.Pipeline.Uses.Count > 0 ? "; the call that would add it does not run in the app as composed" : "";
        return Limited(At(app, function, position, Severity.Blocker, $"{what}, and the pipeline has no rate limiter (UseRateLimiter): nothing is refused{other}", confidence), app, main) with { Subject = "UseRateLimiter" };
    }

    private IEnumerable<Finding> Misplaced(AppModel app)
    {
        var pipeline = app.Backpressure.Rates.Pipeline;
        var why = pipeline.IsBehindEndpoints ? "comes after the endpoints (UseEndpoints), which have answered by then"
            : pipeline.IsBeforeRouting && app.Backpressure.Rates.Requests.Any ? "comes before UseRouting: it does not know yet which endpoint a request is for, and applies no policy of an endpoint"
            : null;
        if (why is null || ServingMain.Of(app) is not { } main)
            return [];
        var (function, position) = pipeline.Uses is [var use, ..] ? (use.Function, use.Position) : LimitPlaces.SetUp(app) ?? (main, null);
        return [Limited(At(app, function, position, Severity.Blocker, $"UseRateLimiter {why}", pipeline.IsComposed ? Confidence.High : Confidence.Medium), app, null) with { Subject = "UseRateLimiter" }];
    }

    /// <summary>One policy that is missing is one cause, however many endpoints ask for it.</summary>
    private IEnumerable<Finding> Missing(AppModel app)
    {
        var limits = app.Backpressure.Rates;
        // Code that adds no policy at all leaves that to a library.
        if (!limits.KnowsNames || !limits.Pipeline.IsComposed && limits.All.Count == 0)
            yield break;
        foreach (var asked in limits.Requests.ByName.Where(r => !limits.Names.Contains(r.Policy)).GroupBy(r => r.Policy))
        {
            var first = asked.First();
            var others = asked.Skip(1).ToList();
            yield return At(app, first.Function, first.Position, Severity.Blocker, $"{first.What} asks for the rate-limit policy \"{asked.Key}\", which is not registered: each request to it fails with an exception{(others.Count > 0 ? $"; so {(others.Count == 1 ? "does" : "do")} {others.Count} more" : "")}", limits.Pipeline.IsComposed ? Confidence.High : Confidence.Medium) with
            {
                Subject = asked.Key,
                Path = [],
                Related = [.. others.Select(o => Places.Of(app, o.Function, o.Position, o.What))],
            };
        }
    }

    private static Finding Limited(Finding finding, AppModel app, SourceFunction? main) => finding with
    {
        Path = [],
        Related =
        [
            .. main is null ? [] : new[] { Places.Of(app, main, null, "the app starts here") },
            .. app.Backpressure.Rates.Requests.ByName.Select(r => Places.Of(app, r.Function, r.Position, r.What)).Distinct(),
        ],
        Projection = WaitingRequests.Project(app.Context),
    };
}
