using ScaleFitness.Code.Metadata;
using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.State;

namespace ScaleFitness.Rules.State;

/// <summary>SF1001: a collection that belongs to the process and that requests or background work change.</summary>
public sealed class SF1001StaticMutableCache : Rule
{
    private static readonly string[] Personal = ["Session", "User", "Tenant", "Cart", "Basket", "Principal", "Login"];

    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF1001",
        "static mutable cache",
        Severity.High,
        "A collection that lives as long as the process is changed by requests or background work.",
        "Each instance has its own copy: with n instances a value is found on one of n, the answers differ, and the memory grows until the next restart.",
        new(
            "Keep shared state where all instances see it: a distributed cache or the database. A cache that may differ per instance needs a size limit and an expiry.",
            "private static readonly Dictionary<int, decimal> Prices = new();",
            "public PriceService(HybridCache cache) { … await cache.GetOrCreateAsync($\"price:{id}\", token => LoadAsync(id, token)); }"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var process = new ProcessStores(app);
        var changes = app.Reach.AtWorkWhere(f => !f.Owner.IsGenerated && process.MayChange(f))
            .SelectMany(app.Stores.In)
            .Where(c => process.Contains(c))
            .GroupBy(c => c.Store)
            .ToList();
        return Examined(changes.Count, changes.Select(c => Judge(app, c.Key, [.. c])).OfType<Finding>());
    }

    private Finding? Judge(AppModel app, Store store, IReadOnlyList<StoreChange> changes)
    {
        var type = store.Field.Type;
        var counts = changes.Where(c => c.Kind != ChangeKind.Initialise).ToList();
        if (counts.Count == 0 || StoreShape.IsBounded(app.Code.Program, type, counts, app.BoundedTexts))
            return null;
        var first = counts.FirstOrDefault(c => app.Reach.IsOnRequest(c.Function)) ?? counts[0];
        var place = store.IsCaptured ? ProcessStores.DeclarationOf(app, store.Field) : Places.Of(app, store.Field);
        var name = store.IsCaptured ? store.Field.SourceName : store.Field.DisplayName;
        var severity = StoreShape.HoldsLocks(type) ? Severity.Medium : IsPersonal(type, store.Field.SourceName) ? Severity.Blocker : Severity.High;
        return At(app, first.Function, first.Position, severity, $"{name} lives as long as the process and is changed by {(app.Reach.IsOnRequest(first.Function) ? "requests" : "background work")}: each instance has its own") with
        {
            Where = place,
            Subject = store.IsCaptured ? store.Field.SourceName : null,
            Related = [.. counts.Where(c => c != first).Select(c => Places.Of(app, c.Function, c.Position, "changed here too")).Distinct()],
            Projection = LocalHitRate.Project(app.Context),
        };
    }

    private static bool IsPersonal(TypeRef type, string name) =>
        Personal.Any(p => (StoreShape.ValueOf(type)?.Name.Contains(p, StringComparison.Ordinal) ?? false) || Words(name).Any(w => w.Equals(p, StringComparison.OrdinalIgnoreCase) || w.Equals(p + "s", StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> Words(string name)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
            if (i == name.Length || char.IsUpper(name[i]) || name[i] == '_')
            {
                yield return name[start..i].Trim('_');
                start = i;
            }
    }
}
