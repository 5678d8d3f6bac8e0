using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Writes;

namespace ScaleFitness.Rules.Data;

/// <summary>SF2017: a row that is added because none was found.</summary>
public sealed class SF2017CheckThenInsert : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF2017",
        "check then insert",
        Severity.Medium,
        "A row is looked for by what should be unique and added when there is none, with no unique index, lock or upsert behind it.",
        "Two requests at once both find none and both add one; the more requests and instances, the more often, and every later query for the one row finds two.",
        new(
            "Put a unique index on the columns and answer its violation; the check may stay for a friendlier message.",
            """
            if (await db.Users.AnyAsync(u => u.Email == email))
                return Results.Conflict();
            db.Users.Add(new User { Email = email });
            """,
            """
            modelBuilder.Entity<User>().HasIndex(u => u.Email).IsUnique();
            …
            db.Users.Add(new User { Email = email });
            try { await db.SaveChangesAsync(); }
            catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: "23505" }) { return Results.Conflict(); }
            """));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        if (!app.HasTables)
            return NotApplicable("the app has no entities that a row could be added to");
        var inserts = app.CheckedInserts.All;
        return Examined(inserts.Count, inserts.Select(i => Judge(app, i)).DistinctBy(f => (f.Where.Member, f.Where.Location, f.Subject)));
    }

    private Finding Judge(AppModel app, CheckedInsert found)
    {
        var columns = string.Join(" and ", found.Columns);
        var onRequest = app.Reach.IsOnRequest(found.Insert.Function);
        var message = $"{found.Entity} is looked for by {columns} and added when there is none, but no unique index on {columns} refuses a second one: two requests at once both add it";
        return At(app, found.Check.Function, found.Check.Position, onRequest ? Severity.Medium : Lower(Severity.Medium), message, found.IsCertain ? Confidence.High : found.IsSplit ? Confidence.Low : Confidence.Medium) with
        {
            Subject = found.Entity,
            Related = [Places.Of(app, found.Insert.Function, found.Insert.Position, "it is added here")],
        };
    }
}
