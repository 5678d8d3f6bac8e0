using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Partitions;

namespace ScaleFitness.Rules.Data;

/// <summary>SF2024: a query that asks every partition of a store.</summary>
public sealed class SF2024QueryAcrossPartitions : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF2024",
        "query across all partitions",
        Severity.High,
        "A request asks every partition of a store: a Cosmos or Table query with no partition key, a DynamoDB scan.",
        "Every partition that the growing data adds is asked on every request, and its throughput paid for: the cost of one request grows with all the data, and the capacity that the partitions were meant to add is used up by asking them all.",
        new(
            "Name the partition; for other ways to ask keep a second container, index or table that is partitioned by what is asked for.",
            """container.GetItemQueryIterator<Order>("SELECT * FROM c WHERE c.status = 'open'");""",
            """container.GetItemQueryIterator<Order>("SELECT * FROM c WHERE c.status = 'open'", requestOptions: new() { PartitionKey = new(customerId) });"""));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app) =>
        !app.UsesPartitions
            ? NotApplicable("the app uses no store with partitions that is known by name")
            : Examined(app.ScatteredQueries.All.Count, app.ScatteredQueries.All.Select(q => Judge(app, q)).OfType<Finding>());

    private Finding? Judge(AppModel app, ScatteredQuery query)
    {
        var function = query.Site.Function;
        var onRequest = app.Reach.IsOnRequest(function);
        if (!onRequest && !app.Reach.IsInBackground(function))
            return null;
        return At(app, function, query.Site.Position, onRequest ? Severity.High : Lower(Severity.High), $"{char.ToUpperInvariant(query.What[0])}{query.What[1..]} asks every partition of {query.Store}", query.IsDoubtful ? Confidence.Low : Confidence.High) with { Subject = query.Store };
    }
}
