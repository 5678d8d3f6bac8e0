using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.Locks;

namespace ScaleFitness.Rules.Concurrency;

/// <summary>SF3001: one at a time, for the whole process.</summary>
public sealed class SF3001GlobalLock : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF3001",
        "global lock",
        Severity.Blocker,
        "A request takes a lock that all requests share: a static or a type, a static or singleton's semaphore of one, a named mutex, a synchronized method.",
        "One request at a time gets through, however many cores and instances there are: a critical section of h seconds caps the instance at 1/h requests a second, and near that ceiling the queue grows without end.",
        new(
            "Keep out of the lock what needs no protection; replace it by a concurrent collection or Interlocked, or stripe it: one lock for each key.",
            """
            private static readonly object Gate = new();

            public Quote Price(Basket basket)
            {
                lock (Gate)
                {
                    return _calculator.Price(basket);
                }
            }
            """,
            "public Quote Price(Basket basket) => _calculator.Price(basket, _rates.Current);"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var locks = GlobalLocks.Of(app);
        return locks.Count == 0
            ? NotApplicable("no code at work takes a lock that requests share")
            : Examined(locks.Count, locks.Select(l => Judge(app, l)).OfType<Finding>());
    }

    private Finding? Judge(AppModel app, GlobalLock taken)
    {
        var graded = taken.Sections.Where(s => !app.Locks.IsInitialisation(s))
            .Select(s => (Section: s, Severity: SeverityOf(app, s)))
            .OfType<(CriticalSection Section, Severity Severity)>()
            .Where(s => s.Severity > Severity.Info)
            .OrderByDescending(s => s.Severity).ToList();
        if (graded is not [var worst, ..])
            return null;
        var acrossIo = app.Locks.WorkIn(worst.Section).Count > 0;
        var (does, what) = (app.Locks.IsBrief(worst.Section), taken.Target.Name);
        return At(app, worst.Section.Function, worst.Section.Position, worst.Severity, $"All requests of an instance wait for one another at {what}{(does ? ", briefly: only memory is touched" : "")}") with
        {
            Subject = what,
            Related = [.. graded.Skip(1).Select(s => Places.Of(app, s.Section.Function, s.Section.Position, "takes it too"))],
            Projection = SerialCeiling.Project(app.Context, acrossIo),
        };
    }

    private static Severity SeverityOf(AppModel app, CriticalSection section)
    {
        var isBrief = app.Locks.IsBrief(section);
        if (isBrief && app.Locks.IsOnMiss(section))
            return Severity.Info;
        // A singleton that guards its own dictionary does what the textbook says: worth knowing, no more.
        var severity = !isBrief ? Severity.Blocker : section.Lock.Scope == LockScope.Singleton && section.Enter is not null ? Severity.Low : Severity.Medium;
        return app.Reach.IsOnRequest(section.Function) ? severity : Lower(severity);
    }
}
