using ScaleFitness.Code.Folding;
using ScaleFitness.Findings;
using ScaleFitness.Model;

namespace ScaleFitness.Rules.Concurrency;

/// <summary>SF3005: calls that need not wait for one another.</summary>
public sealed class SF3005IndependentAwaits : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF3005",
        "independent calls awaited one by one",
        Severity.Medium,
        "Remote calls in a row are awaited one after the other, although none uses what another brought.",
        "The request takes as long as all of them together where the slowest alone would do, and each neighbour that slows down adds its own delay to every request.",
        new(
            "Start them all, then await them together.",
            "var price = await prices.GetAsync(id); var stock = await stocks.GetAsync(id);",
            "var price = prices.GetAsync(id); var stock = stocks.GetAsync(id); await Task.WhenAll(price, stock);"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var candidates = 0;
        var findings = new List<Finding>();
        foreach (var function in app.Reach.AtWork.Where(f => !f.Owner.IsGenerated))
        {
            var awaits = AwaitedCall.In(app, function);
            candidates += awaits.Count;
            if (awaits.Count > 1 && !IsGuarded(app, function) && Row(app, function, awaits) is { Count: > 1 } row)
                findings.Add(Of(app, function, row));
        }

        return Examined(candidates, findings);
    }

    private Finding Of(AppModel app, SourceFunction function, List<AwaitedCall> row)
    {
        var names = string.Join(" and ", row.Select(r => r.Call.Method.Name).Distinct());
        var severity = app.Reach.IsOnRequest(function) ? Severity.Medium : Lower(Severity.Medium);
        return At(app, function, row[1].Call.Position, severity, $"{row.Count} remote calls ({names}) are awaited one after the other, and none uses what another brought", Confidence.Medium) with
        {
            Subject = row[1].Call.Method.Name,
            Related = [.. row.Where(r => r != row[1]).Select(r => Places.Of(app, function, r.Call.Position, "independent of it"))],
        };
    }

    /// <summary>The first awaits in a row of which each always follows the last and uses nothing of those before.</summary>
    private static List<AwaitedCall> Row(AppModel app, SourceFunction function, IReadOnlyList<AwaitedCall> awaits)
    {
        var row = new List<AwaitedCall>();
        foreach (var next in awaits)
        {
            if (row.Count > 0 && !Follows(app, function, row, next))
            {
                if (row.Count > 1)
                    return row;
                row.Clear();
            }

            row.Add(next);
        }

        return row;
    }

    private static bool Follows(AppModel app, SourceFunction function, List<AwaitedCall> row, AwaitedCall next)
    {
        var paths = app.Code.PathsOf(function);
        var last = row[^1];
        return next.Await.Loop?.Id == last.Await.Loop?.Id && next.Call.Order > last.Await.Order
            && !row.Any(next.Uses)
            && !paths.Escapes(last.Await.Order, o => o == next.Call.Order)
            && paths.IsAlwaysAfter(next.Call.Order, last.Await.Order)
            && paths.RegionsAround(last.Call.Order).SequenceEqual(paths.RegionsAround(next.Call.Order))
            && !app.BodyOf(function).Calls.Any(c => c.Order > last.Await.Order && c.Order < next.Call.Order && (AwaitedCall.IsTurningPoint(app, c) || row.Any(r => AwaitedCall.IsTakenBy(c, r, next))));
    }

    /// <summary>A transaction or a lock around them: their order may matter.</summary>
    private static bool IsGuarded(AppModel app, SourceFunction function) =>
        app.BodyOf(function).Calls.Any(c => c.Method.Name.StartsWith("BeginTransaction", StringComparison.Ordinal) || c.Method.DeclaringType.Name is "TransactionScope" or "SemaphoreSlim");
}
