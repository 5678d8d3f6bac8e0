using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.Locks;

namespace ScaleFitness.Rules.Concurrency;

/// <summary>SF3002: a lock that everybody waits for, held while something outside answers.</summary>
public sealed class SF3002LockAcrossIo : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF3002",
        "lock held across I/O",
        Severity.Blocker,
        "A database, network, file or other awaited call runs while a static's or singleton's lock is held.",
        "Every request waits for the slowest answer of those before it: at 50 ms a call the instance does twenty a second in all, and when the neighbour slows down everything stops.",
        new(
            "Do the I/O outside the lock and hold it only to publish the result; where one load for many is the point, lock per key (or use HybridCache or FusionCache), or let the database decide (a unique index, an atomic update).",
            """
            await _gate.WaitAsync(token);
            try
            {
                var stock = await _db.Stock.SingleAsync(s => s.Sku == sku, token);
                stock.Count--;
                await _db.SaveChangesAsync(token);
            }
            finally
            {
                _gate.Release();
            }
            """,
            """
            var taken = await _db.Stock.Where(s => s.Sku == sku && s.Count > 0)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.Count, x => x.Count - 1), token);
            """));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var locks = GlobalLocks.Of(app);
        return locks.Count == 0
            ? NotApplicable("no code at work takes a lock that requests share")
            : Examined(locks.Sum(l => l.Sections.Count), locks.Select(l => Judge(app, l)).OfType<Finding>());
    }

    private Finding? Judge(AppModel app, GlobalLock taken)
    {
        var held = taken.Sections
            .Where(s => app.Locks.WorkIn(s).Count > 0 && !app.Locks.IsInitialisation(s))
            .Select(s => (Section: s, Work: Worst(app.Locks.WorkIn(s)), OnRequest: app.Reach.IsOnRequest(s.Function)))
            .OrderByDescending(s => s.OnRequest).ThenByDescending(s => s.Work.Effect is not null).ToList();
        if (held is not [var worst, ..])
            return null;
        var what = worst.Work.Effect?.Word ?? $"an awaited call of {worst.Work.Call.Method.Name}";
        return At(app, worst.Section.Function, worst.Section.Position, worst.OnRequest ? Severity.Blocker : Lower(Severity.Blocker), $"{taken.Target.Name} is held during {what}: every request of the instance waits for it", worst.Work.Effect is null ? Confidence.Medium : Confidence.High) with
        {
            Subject = taken.Target.Name,
            Related =
            [
                Places.Of(app, worst.Work.Call.Function, worst.Work.Call.Position, $"{what} while the lock is held"),
                .. held.Skip(1).Select(s => Places.Of(app, s.Section.Function, s.Section.Position, "holds it across I/O too")),
            ],
            Projection = SerialCeiling.Project(app.Context, acrossIo: true),
        };
    }

    private static HeldWork Worst(IReadOnlyList<HeldWork> works) => works.FirstOrDefault(w => w.Effect is { IsRemote: true }) ?? works.FirstOrDefault(w => w.Effect is not null) ?? works[0];
}
