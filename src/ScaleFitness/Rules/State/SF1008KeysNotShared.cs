using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Sharing;

namespace ScaleFitness.Rules.State;

/// <summary>SF1008: what one instance protects, the others cannot read.</summary>
public sealed class SF1008KeysNotShared : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF1008",
        "Data Protection keys not shared",
        Severity.High,
        "Cookies, antiforgery tokens, session or sign-in state are protected with keys that each instance makes for itself.",
        "Each instance has its own keys: a cookie or form that one wrote is worthless to the others, so that users are signed out and forms refused (n − 1) of n times, and by every container that starts anew.",
        new(
            "Keep the key ring where all instances reach it, under one application name.",
            "builder.Services.AddAuthentication().AddCookie();",
            """
            builder.Services.AddDataProtection()
                .SetApplicationName("shop")
                .PersistKeysToStackExchangeRedis(redis, "DataProtection-Keys");
            builder.Services.AddAuthentication().AddCookie();
            """));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var keys = app.Sharing.Keys;
        if (keys.Needs.Count == 0 && keys.OwnKeys.Count == 0)
            return NotApplicable("the app protects nothing that comes back to it: no cookie, form, session or remote sign-in");
        var findings = keys.OwnKeys.GroupBy(c => c.Method.Name).Select(g => OwnKeys(app, g.First())).ToList();
        if (keys.Needs.Count > 0 && !keys.IsShared && NotShared(app, keys) is { } notShared)
            findings.Add(notShared);
        return Examined(keys.Needs.Count + keys.OwnKeys.Count, findings);
    }

    private Finding? NotShared(AppModel app, KeyRing keys)
    {
        var kept = keys.Ephemeral.Concat(keys.OnDisk).FirstOrDefault();
        var call = kept ?? keys.Needs.Select(n => n.Call).FirstOrDefault(c => c is not null);
        var isConfigured = kept is not null && keys.Ephemeral.Count == 0 && keys.IsConfigured(kept);
        var what = string.Join(", ", keys.Needs.Select(n => n.What).Distinct());
        var how = keys.Ephemeral.Count > 0 ? "are kept in memory"
            : isConfigured ? "are kept in a folder that the settings name: it must be a volume that all instances mount"
            : kept is not null ? "are kept on the machine"
            : "are kept nowhere that other instances see";
        // Many places that protect something inside have one cause, and none of them is it.
        var isScattered = kept is null && call is not null && call.Method.Name == "CreateProtector" && keys.Needs.Select(n => n.Call?.Function.Owner).Distinct().Count() > 1;
        var start = isScattered ? app.EntryPoints.FirstOrDefault(e => e.Kind == EntryPointKind.StartUp)?.Function : call is null ? ServingMain.Of(app) : null;
        if ((start ?? call?.Function) is not { } function)
            return null;
        return At(app, function, start is null ? call!.Position : null, isConfigured ? Severity.Low : Severity.High, $"The keys that protect {what} {how}", keys.IsInDoubt ? Confidence.Low : Confidence.High) with
        {
            Subject = "DataProtection",
            Path = [],
            Related = [.. keys.Needs.Where(n => n.Call is not null && (n.Call != call || start is not null)).Select(n => Places.Of(app, n.Call!.Function, n.Call.Position, n.What)).Distinct()],
            Projection = isConfigured ? null : FailedShare.Project(app.Context, "the key that their cookie or form was protected with"),
        };
    }

    private Finding OwnKeys(AppModel app, Call call)
    {
        var message = call.Method.Name == "AddInMemoryPersistedGrants"
            ? "Grants and refresh tokens are kept in the memory of the instance that issued them"
            : $"{call.Method.Name} gives each instance a signing or encryption key of its own: a token of one is refused by the others";
        return At(app, call.Function, call.Position, Severity.High, message) with
        {
            Subject = call.Method.Name,
            Path = [],
            Projection = FailedShare.Project(app.Context, "the key that their token was signed with"),
        };
    }
}
