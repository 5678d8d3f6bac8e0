using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.Sharing;

namespace ScaleFitness.Rules.State;

/// <summary>SF1011: a distributed cache that is none.</summary>
public sealed class SF1011InProcessDistributedCache : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF1011",
        "in-process distributed cache",
        Severity.High,
        "IDistributedCache, or the output cache whose entries the app drops by tag, is the one in the memory of each instance.",
        "Code written against a shared cache gets one per instance: a value that one instance stored is not there on the others, one that it removed is still there, and at 200 MB entries go without a word.",
        new(
            "Register a store that all instances reach; keep the one in memory for development.",
            "builder.Services.AddDistributedMemoryCache();",
            """builder.Services.AddStackExchangeRedisCache(redis => redis.Configuration = builder.Configuration.GetConnectionString("Redis"));"""));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var caches = app.Sharing.Caches;
        if (caches.InMemory.Count == 0 && caches.Uses.Count == 0 && caches.OutputCaches.Count == 0)
            return NotApplicable("the app uses no distributed or output cache");
        var findings = new List<Finding>();
        // A session uses it too; SF1006 then reports, and this rule stays silent.
        var isUsed = caches.Uses.Count > 0 || (caches.InMemory.Count > 0 && app.Sharing.Sessions is { IsOn: true, HasOwnStore: false });
        var added = caches.InMemory.Concat(caches.ByDefault).FirstOrDefault();
        if (!caches.IsShared && isUsed && (added is not null || caches.IsKnown) && (added?.Function ?? ServingMain.Of(app)) is { } function)
            findings.Add(Distributed(app, caches, function, added));
        if (!caches.IsOutputShared && caches.OutputCaches.Count > 0)
            findings.Add(Output(app, caches));
        return Examined(caches.Uses.Count + caches.OutputCaches.Count, findings);
    }

    private Finding Distributed(AppModel app, DistributedCaches caches, SourceFunction function, Call? added)
    {
        // MVC's own registration gives way to any other: a package that cannot be looked into may bring one.
        var isSaid = caches.InMemory.Count > 0;
        var how = caches.IsInDoubt ? " under the settings that it was composed with" : isSaid || added is null ? "" : ", which MVC registers where nobody else does";
        return At(app, function, added?.Position, Severity.High, $"IDistributedCache is a cache in the memory of each instance{how}: what one instance stores or removes, the others do not see", caches.IsInDoubt ? Confidence.Low : isSaid || caches.IsKnown ? Confidence.High : Confidence.Medium) with
        {
            Subject = "IDistributedCache",
            Path = [],
            Related = [.. caches.Uses.Select(c => Of(app, c, "uses the cache"))],
            Projection = LocalHitRate.Project(app.Context),
        };
    }

    private Finding Output(AppModel app, DistributedCaches caches)
    {
        var added = caches.OutputCaches[0];
        var evicts = caches.Evictions.Count > 0;
        var message = evicts
            ? "The output cache is in the memory of each instance: an eviction by tag drops the answer of one, the others go on sending the old one"
            : "The output cache is in the memory of each instance: each computes and keeps its own answers";
        return At(app, added.Function, added.Position, evicts ? Severity.High : Severity.Low, message, caches.IsOutputInDoubt ? Confidence.Low : Confidence.High) with
        {
            Subject = "OutputCache",
            Path = [],
            Related = [.. caches.Evictions.Select(c => Of(app, c, "evicts by tag"))],
            Projection = evicts ? FailedShare.Project(app.Context, "the eviction") : LocalHitRate.Project(app.Context),
        };
    }

    private static Place Of(AppModel app, Call call, string note) => Places.Of(app, call.Function, call.Position, note);
}
