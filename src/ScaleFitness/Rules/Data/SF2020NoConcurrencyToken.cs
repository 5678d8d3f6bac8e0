using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Data;

namespace ScaleFitness.Rules.Data;

/// <summary>SF2020: of two requests that change a row at once, the last wins and nobody notices.</summary>
public sealed class SF2020NoConcurrencyToken : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF2020",
        "no concurrency token",
        Severity.Low,
        "An entity is read, changed and saved on a request, and has no row version or concurrency token.",
        "The more requests run at once, the more often two of them change the same row: the later save undoes the earlier one, silently.",
        new(
            "Give the entity a row version and tell the loser, or change the row with one statement.",
            "public class Account { public int Id { get; set; } public decimal Balance { get; set; } }",
            "public class Account { public int Id { get; set; } public decimal Balance { get; set; } [Timestamp] public byte[] Version { get; set; } = []; }"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        if (!app.Entities.All.Any())
            return NotApplicable("the app does not use EF Core");
        var changes = app.Reach.OnRequests.Where(f => !f.Owner.IsGenerated && app.EndpointWorks.Running(f).Any(e => e.Saves))
            .SelectMany(app.EntityChanges.In)
            .Where(c => !app.SmallTables.Contains(new(c.Entity.Type.Reference, c.Entity)) && !IsRowByRow(app, c))
            .GroupBy(c => c.Entity)
            .ToList();
        return Examined(changes.Count, changes.Where(c => !c.Key.HasConcurrencyToken && IsWhole(app, c.Key)).Select(c => Tell(app, c.Key, [.. c])));
    }

    private Finding Tell(AppModel app, Entity entity, IReadOnlyList<EntityChange> changes)
    {
        var first = changes[0].Site;
        return At(app, first.Function, first.Position, Severity.Low, $"{entity.Name} is read, changed and saved, and has no concurrency token: the later of two changes wins silently") with
        {
            Subject = entity.Name,
            Related = [.. changes.Skip(1).Select(c => Places.Of(app, c.Site.Function, c.Site.Position, "changed here")).Distinct()],
        };
    }

    /// <summary>Many rows that get one change: SF2016 has a statement for them, which overwrites nothing else.</summary>
    private static bool IsRowByRow(AppModel app, EntityChange change) => RowChanges.In(app, change.Site.Function).Any(r => r.Call == change.Site);

    /// <summary>What an entity inherits from a library only the host can say: Identity's users bring a token.</summary>
    private static bool IsWhole(AppModel app, Entity entity) =>
        entity.IsComposed || app.Code.Program.SelfAndBases(entity.Type.Reference).All(t => t.FullName == "System.Object" || app.Code.Program.Find(t) is { } type && (type.IsInterface || !type.IsExternal));
}
