using ScaleFitness.Code.Metadata;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Data;

namespace ScaleFitness.Rules.Data;

/// <summary>SF2018: an app that mostly reads, with the primary database as its only one.</summary>
public sealed class SF2018ReadsOnPrimary : Rule
{
    /// <summary>Fewer endpoints than these are no pattern.</summary>
    private const int LeastReads = 3;

    private static readonly string[] Servers = ["UseNpgsql", "UseSqlServer", "UseAzureSql", "UseMySql", "UseMySQL", "UseOracle"];

    /// <summary>What people call a context that only reads.</summary>
    private static readonly string[] Reading = ["Read", "Quer", "Report", "Replica"];

    private static readonly string[] Replicas = ["replica", "readonly", "read-only", "TargetSessionAttributes", "Target Session Attributes"];

    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF2018",
        "every read on the primary",
        Severity.Info,
        "Most endpoints that ask the database only read, and all of them ask the one database that writes go to.",
        "Reads are what grows, and copies of the database can carry them; the primary alone cannot be had twice.",
        new(
            "Keep a second context for reads, on a connection string of its own: today the same database, tomorrow a replica.",
            "builder.Services.AddDbContext<ShopContext>(o => o.UseNpgsql(config.GetConnectionString(\"Shop\")));",
            "builder.Services.AddDbContext<ShopReadContext>(o => o.UseNpgsql(config.GetConnectionString(\"ShopReplica\")).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        if (!app.Entities.All.Any() || !app.Index.Mentioning(Servers.Contains).Any())
            return NotApplicable("the app has no database server that EF Core asks");
        var contexts = app.Types.Derived(EntityModel.DbContext).Where(t => t is { IsConcrete: true, IsGeneratedCode: false }).ToList();
        var asking = RequestQueries.Of(app).Select(r => (r.RunBy ?? r.Site).Function).Distinct().SelectMany(app.EndpointWorks.Running).Distinct().ToList();
        var reads = asking.Where(e => e is { IsRead: true, Saves: false }).ToList();
        if (reads.Count < LeastReads || reads.Count * 2 <= asking.Count || !HaveOneDatabase(app, contexts) || HasReplica(app) || ServingMain.Of(app) is not { } main)
            return Examined(asking.Count, []);
        return Examined(asking.Count, [Tell(app, main, string.Join(", ", contexts.Select(c => c.Reference.DisplayName).Order(StringComparer.Ordinal)), reads.Count, asking.Count)]);
    }

    /// <summary>One context, or several with one connection string and none among them that is for reading: modules of one database.</summary>
    private static bool HaveOneDatabase(AppModel app, List<TypeDefinition> contexts)
    {
        if (contexts.Count < 2)
            return contexts.Count == 1;
        var opened = app.Databases.All.Where(d => Servers.Contains(d.Call.Method.Name)).ToList();
        return !app.Entities.IsUntracked && !contexts.Any(c => Reading.Any(w => c.Reference.Name.Contains(w, StringComparison.Ordinal)))
            && opened.All(o => o.Texts.Count > 0) && opened.SelectMany(o => o.Texts).Select(t => t.Key ?? t.Text).Distinct().Count() == 1;
    }

    private Finding Tell(AppModel app, Code.Folding.SourceFunction main, string context, int reads, int all) =>
        At(app, main, null, Severity.Info, $"{reads} of {all} endpoints that ask the database only read, and all use {context}: reads cannot go to a replica") with { Subject = context, Path = [] };

    private static bool HasReplica(AppModel app) =>
        ProgramTexts.Of(app.Code.Program).Any(t => Replicas.Any(r => t.Contains(r, StringComparison.OrdinalIgnoreCase)))
        || app.Index.Mentioning(n => n is "set_TargetSessionAttributes" or "set_ApplicationIntent").Any();
}
