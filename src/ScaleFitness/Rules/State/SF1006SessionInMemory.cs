using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;

namespace ScaleFitness.Rules.State;

/// <summary>SF1006: the user's session lives in one instance's memory.</summary>
public sealed class SF1006SessionInMemory : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF1006",
        "session in memory",
        Severity.Blocker,
        "Session is on, and the distributed cache behind it is the one in the memory of each instance.",
        "The next request of a user goes to any instance, and only one of them knows the session: with n instances (n − 1) of n requests find a basket, a sign-in or a wizard gone, and every deployment ends all sessions.",
        new(
            "Put a cache behind the session that all instances reach, or keep the state in the database or with the client.",
            """
            builder.Services.AddDistributedMemoryCache();
            builder.Services.AddSession();
            """,
            """
            builder.Services.AddStackExchangeRedisCache(redis => redis.Configuration = builder.Configuration.GetConnectionString("Redis"));
            builder.Services.AddSession();
            """));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var sessions = app.Sharing.Sessions;
        if (!sessions.IsOn)
            return NotApplicable("no request has a session");
        if (sessions.HasOwnStore || app.Sharing.Caches.IsShared)
            return Examined(1, []);
        var call = sessions.Added.Concat(sessions.InPipeline).FirstOrDefault();
        // A library may set it all up: the composed app tells, and it stands where the app starts.
        if ((call?.Function ?? ServingMain.Of(app)) is not { } function)
            return Examined(1, []);
        var isUsed = sessions.Uses.Count > 0 || sessions.HoldsTempData;
        var confidence = app.Sharing.Caches.IsInDoubt ? Confidence.Low : isUsed ? Confidence.High : Confidence.Medium;
        var kept = sessions.HoldsTempData ? "Session, with TempData in it," : "Session";
        return Examined(1,
        [
            At(app, function, call?.Position, Severity.Blocker, $"{kept} is kept in the memory of the instance that wrote it: {Absence(app)}", confidence) with
            {
                Subject = "Session",
                Path = [],
                Related = [.. (app.Sharing.Caches.InMemory.Count > 0 ? app.Sharing.Caches.InMemory : app.Sharing.Caches.ByDefault).Select(c => Of(app, c, "registers the cache in memory")), .. sessions.TempData.Select(c => Of(app, c, "TempData in session")), .. sessions.Uses.Select(c => Of(app, c, "uses the session"))],
                Projection = FailedShare.Project(app.Context, "their session"),
            },
        ]);
    }

    private static string Absence(AppModel app) => app.Sharing.Caches.IsInDoubt
        ? "code registers a cache that all instances reach, and the app that was composed under these settings has none"
        : "no distributed cache that all instances reach is registered";

    private static Place Of(AppModel app, Call call, string note) => Places.Of(app, call.Function, call.Position, note);
}
