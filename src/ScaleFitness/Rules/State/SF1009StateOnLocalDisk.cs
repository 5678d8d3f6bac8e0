using ScaleFitness.Code.Folding;
using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Files;
using ScaleFitness.Model.Settings;

namespace ScaleFitness.Rules.State;

/// <summary>SF1009: what a request leaves on the disk of the instance that happened to serve it.</summary>
public sealed class SF1009StateOnLocalDisk : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF1009",
        "state on the local disk",
        Severity.High,
        "A request writes a file or folder of the machine it runs on, or the only database is an SQLite file.",
        "The disk belongs to one instance and goes with its container: a file that one request stored is missing for (n − 1) of n requests after it, and for all of them after the next deployment.",
        new(
            "Put files into an object store, or on a volume that all instances mount and whose path is configuration; take a database server.",
            """
            await using var target = File.Create(Path.Combine(environment.WebRootPath, "uploads", name));
            await upload.CopyToAsync(target, token);
            """,
            """
            await using var source = upload.OpenReadStream();
            await blobs.GetBlobClient(name).UploadAsync(source, token);
            """));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        if (!app.EntryPoints.Any(e => e.Category is EntryPointCategory.Request or EntryPointCategory.Background))
            return NotApplicable("the app serves no requests and works on nothing in the background");
        var writers = app.Files.Candidates.Where(f => app.Reach.IsOnRequest(f) || app.Reach.IsInBackground(f)).Distinct().ToList();
        var databases = app.Databases.All.Where(d => !app.Guards.IsDevelopmentOnly(d.Call)).ToList();
        return Examined(writers.Count + databases.Count, writers.Select(f => Judge(app, f)).OfType<Finding>().Concat(OnlyFile(app, databases)));
    }

    private Finding? Judge(AppModel app, SourceFunction function)
    {
        var writes = app.Files.In(function).Where(w => w.Fate is FileFate.Stays or FileFate.StaysSomewhere or FileFate.Configured && !app.Guards.IsDevelopmentOnly(w.Call)).ToList();
        // A folder is made for the files in it: they are what matters.
        var first = writes.OrderBy(w => w.Fate == FileFate.Configured).ThenBy(w => w.IsFolder).FirstOrDefault();
        if (first is null)
            return null;
        var onRequest = app.Reach.IsOnRequest(function);
        var severity = first.Fate == FileFate.Configured ? Severity.Low : onRequest ? Severity.High : Lower(Severity.High);
        var what = first.IsFolder ? "a folder" : "a file";
        var where = first.Fate == FileFate.Configured ? "where the settings say: it must be a volume that all instances mount" : "on the disk of the instance it runs on: the others never see it, and it goes with the container";
        return At(app, function, first.Call.Position, severity, $"{(onRequest ? "A request" : "Background work")} leaves {what} {where}", first.Fate == FileFate.StaysSomewhere ? Confidence.Medium : Confidence.High) with
        {
            Subject = "file",
            Related = [.. writes.Where(w => w != first).Select(w => Places.Of(app, function, w.Call.Position, w.IsFolder ? "makes a folder" : "writes too")).Distinct()],
            Projection = first.Fate == FileFate.Configured ? null : FailedShare.Project(app.Context, "the file"),
        };
    }

    /// <summary>SQLite beside a server is a cache or a tool's; alone it is the app's data.</summary>
    private IEnumerable<Finding> OnlyFile(AppModel app, List<DatabaseConnection> databases)
    {
        var files = databases.Where(d => d.Provider == DatabaseProvider.Sqlite && !IsInMemory(d)).ToList();
        var serves = app.EntryPoints.Any(e => e.Category == EntryPointCategory.Request);
        if (files.Count == 0 || !serves || databases.Any(d => d.Provider is not (DatabaseProvider.Sqlite or DatabaseProvider.InMemory)) || HasOtherStore(app))
            yield break;
        var first = files[0].Call;
        yield return At(app, first.Function, first.Position, Severity.Medium, "The app's only database is an SQLite file: a second instance has another one") with
        {
            Subject = "SQLite",
            Path = [],
            Related = [.. files.Skip(1).Select(d => Places.Of(app, d.Call.Function, d.Call.Position, "opens it too")).Distinct()],
        };
    }

    private static bool IsInMemory(DatabaseConnection database) =>
        database.Texts.Any(t => t.Text is { } text && (text.Contains(":memory:", StringComparison.OrdinalIgnoreCase) || text.Contains("Mode=Memory", StringComparison.OrdinalIgnoreCase)));

    private static bool HasOtherStore(AppModel app) =>
        app.Code.Program.Assemblies.SelectMany(a => a.References).Any(r => r.StartsWith("MongoDB.Driver", StringComparison.Ordinal) || r.StartsWith("Microsoft.Azure.Cosmos", StringComparison.Ordinal) || r.StartsWith("AWSSDK.DynamoDB", StringComparison.Ordinal) || r.StartsWith("Marten", StringComparison.Ordinal)
            || r.StartsWith("Npgsql", StringComparison.Ordinal) || r.Contains("SqlClient", StringComparison.Ordinal) || r.StartsWith("Pomelo", StringComparison.Ordinal) || r.Contains("SqlServer", StringComparison.Ordinal));
}
