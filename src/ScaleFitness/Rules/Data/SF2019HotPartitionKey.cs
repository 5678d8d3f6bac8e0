using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Partitions;

namespace ScaleFitness.Rules.Data;

/// <summary>SF2019: a partition key that puts everything of a moment into one partition.</summary>
public sealed class SF2019HotPartitionKey : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF2019",
        "hot partition key",
        Severity.High,
        "A partition or shard key is made of a date, an enum, a flag or a constant: all that happens at a time goes to one partition.",
        "A partition has a fixed share of the store's throughput, and one owner: whatever is bought beyond it stays idle while requests to the hot one are throttled, and more instances only knock more often.",
        new(
            "Make the key of something that many different values are in use of at a time: the id of the customer, the order or the device; put the date behind it, or a hash in front.",
            """await container.UpsertItemAsync(order, new PartitionKey(DateTime.UtcNow.ToString("yyyy-MM-dd")));""",
            """await container.UpsertItemAsync(order, new PartitionKey(order.CustomerId));"""));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var keys = app.PartitionKeys.All;
        return !app.UsesPartitions
            ? NotApplicable("the app uses no store or log with partitions that is known by name")
            : Examined(keys.Count, keys.Select(k => Judge(app, k)).OfType<Finding>().DistinctBy(f => (f.Where.Member, f.Where.Location, f.Subject)));
    }

    private Finding? Judge(AppModel app, PartitionKeyUse key)
    {
        var message = key.Store == "Orleans"
            ? $"The grain's key is {key.Made}: one activation, which runs one call at a time, serves everybody"
            : $"The partition key of {key.Store} is made of {key.Made}: all that is written at a time goes to one partition";
        if (key.Site is not { } site)
            return new() { Rule = Info, Severity = Severity.High, Confidence = Confidence.High, Message = message, Where = Places.Of(app, key.Type!), Subject = key.Store };
        var onRequest = app.Reach.IsOnRequest(site.Function);
        if (!key.IsDefinition && !onRequest && !app.Reach.IsInBackground(site.Function))
            return null;
        return At(app, site.Function, site.Position, key.IsDefinition || onRequest ? Severity.High : Lower(Severity.High), message, key.Store == "Orleans" ? Confidence.Medium : Confidence.High) with { Subject = key.Store };
    }
}
