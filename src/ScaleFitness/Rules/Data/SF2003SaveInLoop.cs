using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.Effects;
using ScaleFitness.Model.Loops;

namespace ScaleFitness.Rules.Data;

/// <summary>SF2003: a write for each element of a sequence.</summary>
public sealed class SF2003SaveInLoop : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF2003",
        "save in a loop",
        Severity.High,
        "A database is written to once for each element of a sequence, where one statement or one save could take them all.",
        "Each write is a transaction of its own that waits for the database's log: a thousand elements wait a thousand times, hold their connection all the while, and half of them are there when one fails.",
        new(
            "Collect the changes and save once, or once a batch; or write with one statement.",
            "foreach (var line in lines) { db.Lines.Add(line); await db.SaveChangesAsync(); }",
            "db.Lines.AddRange(lines); await db.SaveChangesAsync();"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var loops = LoopGroups.Judge(app, r => Write(r) is { } site && !app.Repeated.HasOwnContext(r, site) && !BatchedSaves.Is(app, r) && !LoopGroups.IsPartitionBatch(r, site) && !Scripts.Are(app, r, site) ? site : null, (r, site) => Judge(app, r, site));
        return Examined(loops.Count, loops.OfType<Finding>());
    }

    private Finding? Judge(AppModel app, RepeatedCall repeated, EffectSite site)
    {
        var onRequest = app.Reach.IsOnRequest(repeated.Call.Function);
        var isPage = repeated.Size.Kind == SizeKind.Bound;
        if (isPage && !onRequest)
            return null;
        var severity = isPage ? Severity.Medium : onRequest ? Severity.High : Lower(Severity.High);
        var message = $"{LoopGroups.Name(repeated)}{LoopGroups.Does(repeated, site)} writes to the database once for {repeated.Size.Words}";
        return At(app, repeated.Call.Function, repeated.Call.Position, severity, message, repeated.Size.Kind == SizeKind.Unknown ? Confidence.Medium : Confidence.High) with
        {
            Subject = LoopGroups.Name(repeated),
            Projection = isPage ? null : WritesPerRequest.Project(app.Context, repeated.Size.Entity),
        };
    }

    /// <summary>A write that the call makes; to open and to close a transaction writes nothing.</summary>
    private static EffectSite? Write(RepeatedCall repeated) =>
        repeated.Effects.FirstOrDefault(e => e.Effect is { Kind: EffectKind.Database, IsWrite: true } && !(e.Call == repeated.Call && IsFrame(e.Call.Method.Name)));

    private static bool IsFrame(string method) =>
        new[] { "Begin", "Commit", "Rollback", "Ensure", "Migrate" }.Any(f => method.StartsWith(f, StringComparison.Ordinal));
}
