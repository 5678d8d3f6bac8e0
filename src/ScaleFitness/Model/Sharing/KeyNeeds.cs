using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.EntryPoints;

namespace ScaleFitness.Model.Sharing;

/// <summary>Finds what an app protects with Data Protection: what one instance wrote, another must read.</summary>
internal sealed class KeyNeeds(CodeModel code, CallIndex index, SetupCalls setup, IReadOnlyList<EntryPoint> entryPoints, IReadOnlyList<ComposedScheme>? schemes)
{
    private const string State = "the state of remote sign-in";

    /// <summary>Sign-in by another site keeps its state in a protected value that comes back through the browser.</summary>
    private static readonly HashSet<string> Remote = new(StringComparer.Ordinal)
    {
        "AddOAuth", "AddOpenIdConnect", "AddGoogle", "AddFacebook", "AddMicrosoftAccount", "AddTwitter", "AddMicrosoftIdentityWebApp", "AddMicrosoftIdentityWebAppAuthentication", "AddGitHub", "AddApple", "AddLinkedIn",
        "AddAuth0WebAppAuthentication", "AddOktaMvc", "AddSaml2", "AddWsFederation",
    };

    public IReadOnlyList<KeyNeed> Find()
    {
        var calls = setup.Find(IsNamed, IsNeed).Where(c => KindOf(c.Method.Name) is not { } kind || schemes?.Any(s => s.Kind == kind) != false).Select(c => new KeyNeed(Words(c.Method.Name), c)).ToList();
        return [.. calls.Concat(Unseen(calls)).Concat(Antiforgery()).OrderBy(n => n.Call is null ? 1 : Rank(n.Call.Method.Name))];
    }

    /// <summary>Ways to sign in that the composed app has and no code of it asks for: a library does.</summary>
    private IEnumerable<KeyNeed> Unseen(List<KeyNeed> seen)
    {
        var kinds = seen.Select(n => KindOf(n.Call!.Method.Name)).ToHashSet();
        foreach (var kind in (schemes ?? []).Select(s => s.Kind).Distinct().Where(k => k != SchemeKind.Other && !kinds.Contains(k)))
            // Whoever signs in at another site comes back to a cookie, and Identity brings both.
            if (!(kind == SchemeKind.Cookie && kinds.Contains(SchemeKind.BearerToken)) && !(kind == SchemeKind.BearerToken && kinds.Contains(SchemeKind.Cookie)))
                yield return new(kind switch { SchemeKind.Cookie => Words("AddCookie"), SchemeKind.Remote => State, _ => Words("AddBearerToken") }, null);
    }

    /// <summary>What a call's way to sign in leaves with the client; null where it is none.</summary>
    private static SchemeKind? KindOf(string name) => name switch
    {
        "AddCookie" or "AddApplicationCookie" or "AddIdentity" or "AddDefaultIdentity" or "AddIdentityCookies" => SchemeKind.Cookie,
        "AddBearerToken" => SchemeKind.BearerToken,
        // It asks for both, and says so by one.
        "AddIdentityApiEndpoints" => SchemeKind.Cookie,
        _ => Remote.Contains(name) ? SchemeKind.Remote : null,
    };

    /// <summary>What signs people in comes before their forms, and both before what code protects somewhere inside.</summary>
    private static int Rank(string name) => name switch { "CreateProtector" => 2, "AddAntiforgery" or "UseAntiforgery" or "AddMvc" or "AddControllersWithViews" or "AddRazorPages" => 1, _ => 0 };

    private static bool IsNamed(string name) => Remote.Contains(name) || Words(name).Length > 0;

    private static string Words(string name) => name switch
    {
        "AddCookie" or "AddApplicationCookie" => "the sign-in cookie",
        "AddIdentity" or "AddDefaultIdentity" or "AddIdentityCookies" => "Identity's sign-in cookie",
        "AddDefaultTokenProviders" => "Identity's tokens for confirmation and password reset",
        "AddBearerToken" or "AddIdentityApiEndpoints" => "the bearer token",
        "AddSession" => "the session's cookie",
        "AddAntiforgery" or "UseAntiforgery" => "the antiforgery token",
        "CreateProtector" => "what the app protects itself",
        _ => Remote.Contains(name) ? State : "",
    };

    private static bool IsNeed(MethodRef method)
    {
        if (method.Name == "CreateProtector")
            return method.DeclaringType.FullName is SharingSymbols.DataProtectionProvider or "Microsoft.AspNetCore.DataProtection.DataProtectionCommonExtensions";
        if (method.Name is "AddSession")
            return method.Is(SharingSymbols.AddsSession);
        return method is { HasThis: false, Parameters: [{ Namespace: var space }, ..] } && (space.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) || space == "Microsoft.Extensions.DependencyInjection");
    }

    /// <summary>Forms: pages check their token by default, actions where an attribute says so.</summary>
    private IEnumerable<KeyNeed> Antiforgery()
    {
        var views = setup.Find(n => n is "AddMvc" or "AddControllersWithViews" or "AddRazorPages", m => m.Is(SharingSymbols.Views));
        if (views.Count == 0)
            yield break;
        var pages = entryPoints.Any(e => e.Kind == EntryPointKind.RazorPage && e.Function.Method.Name.StartsWith("OnPost", StringComparison.Ordinal));
        if (pages || entryPoints.Any(e => e.Kind == EntryPointKind.ControllerAction && IsChecked(e)) || AddsFilter())
            yield return new(Words("UseAntiforgery"), views[0]);
    }

    private static bool IsChecked(EntryPoint action) =>
        action.Function.Method.Attributes.Concat(action.Function.Method.DeclaringType.Attributes).Any(a => a.Type.FullName is SharingSymbols.ValidateAntiForgeryToken or SharingSymbols.AutoValidateAntiforgeryToken);

    private bool AddsFilter() =>
        index.Mentioning(n => n is "AutoValidateAntiforgeryTokenAttribute" or "Add").SelectMany(f => code.BodyOf(f).Calls)
            .Any(c => c.IsConstruction ? c.Method.DeclaringType.Is(SharingSymbols.AutoValidateAntiforgeryToken) : c.Method is { Name: "Add", TypeArguments: [var filter] } && filter.Is(SharingSymbols.AutoValidateAntiforgeryToken));
}
