using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Model.Sharing;

/// <summary>Session: where it is set up, and what is kept in it.</summary>
public sealed class Sessions
{
    internal Sessions(CodeModel code, CallIndex index, SetupCalls setup, ServiceGraph services, Reach reach, ComposedHost? host)
    {
        Added = setup.Find(n => n == "AddSession", m => m.Is(SharingSymbols.AddsSession));
        InPipeline = setup.Find(n => n == "UseSession", m => m.Is(SharingSymbols.UsesSession));
        TempData = setup.Find(n => n == "AddSessionStateTempDataProvider", m => m.DeclaringType.Namespace == "Microsoft.Extensions.DependencyInjection");
        Uses = [.. index.Calling(IsUse, IsUse).Where(f => reach.IsOnRequest(f)).SelectMany(f => code.BodyOf(f).Calls).Where(c => IsUse(c.Method.Name) && IsUse(c.Method))];
        HasOwnStore = host?.Sharing is { } sharing ? sharing.SessionStore is { } store && store.FullName != SharingSymbols.DistributedSessionStore : services.Registrations.Any(r => r.Service.Is(SharingSymbols.SessionStore));
        HoldsTempData = host?.Sharing?.TempData is { } tempData ? tempData.FullName == SharingSymbols.SessionTempData : TempData.Count > 0;
        // A branch of the pipeline may have it where the middleware that was followed does not; without its services none has.
        IsOn = host?.Sharing is { SessionStore: null } ? false : host?.Middleware.Any(m => m.FullName == SharingSymbols.SessionMiddleware) == true || InPipeline.Count > 0 || (Added.Count > 0 && Uses.Count > 0);
    }

    /// <summary>Calls of <c>AddSession</c>.</summary>
    public IReadOnlyList<Call> Added { get; }

    /// <summary>Calls of <c>UseSession</c>.</summary>
    public IReadOnlyList<Call> InPipeline { get; }

    /// <summary>Calls that keep TempData in the session.</summary>
    public IReadOnlyList<Call> TempData { get; }

    /// <summary>Reads and writes of the session on requests.</summary>
    public IReadOnlyList<Call> Uses { get; }

    /// <summary>Whether the app brings a session store of its own.</summary>
    public bool HasOwnStore { get; }

    /// <summary>Whether requests have a session.</summary>
    public bool IsOn { get; }

    /// <summary>Whether TempData is kept in the session.</summary>
    public bool HoldsTempData { get; }

    private static bool IsUse(string name) => name is "Set" or "Get" or "TryGetValue" or "Remove" or "SetString" or "GetString" or "SetInt32" or "GetInt32" or "Clear";

    private static bool IsUse(MethodRef method) => method.DeclaringType.FullName is SharingSymbols.Session or SharingSymbols.SessionExtensions;
}
