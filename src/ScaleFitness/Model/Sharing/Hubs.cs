using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Model.Sharing;

/// <summary>SignalR: hubs that are mapped, whom they send to, and whether instances pass messages on to each other.</summary>
public sealed class Hubs
{
    /// <summary>What extends SignalR's builder without carrying messages between instances.</summary>
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal) { "AddJsonProtocol", "AddNewtonsoftJsonProtocol", "AddMessagePackProtocol", "AddHubOptions" };

    private readonly CompiledProgram _program;

    internal Hubs(CodeModel code, CallIndex index, SetupCalls setup, ServiceGraph services, ComposedHost? host)
    {
        _program = code.Program;
        Mapped = setup.Find(n => n == "MapHub", m => m.Is(SharingSymbols.HubRoutes));
        Added = setup.Find(n => n is "AddSignalR" or "AddSignalRCore", m => m.Name == "AddSignalRCore" || m.Is(SharingSymbols.SignalR));
        var isInCode = setup.Find(n => n.StartsWith("Add", StringComparison.Ordinal) || n.StartsWith("Use", StringComparison.Ordinal), IsBackplane).Count > 0
            || host?.Sharing is null && services.Registrations.Any(r => r.Service.Is(SharingSymbols.HubLifetimeManager));
        HasBackplane = host?.Sharing?.HubLifetimeManager is { } manager ? manager.FullName != SharingSymbols.DefaultHubLifetimeManager : isInCode;
        IsInDoubt = !HasBackplane && isInCode;
        Count = Math.Max(Mapped.Count, host?.Endpoints.Select(e => e.Type).OfType<HostType>().Distinct().Select(t => HostSymbols.DefinitionOf(code, t)).Count(t => t is not null && code.Program.Derives(t.Reference, SharingSymbols.Hub)) ?? 0);
        Sends = [.. index.Calling(MayPick, PicksOthers).SelectMany(f => code.BodyOf(f).Calls).Where(c => MayPick(c.Method.Name) && PicksOthers(c.Method))];
    }

    /// <summary>Calls that map a hub.</summary>
    public IReadOnlyList<Call> Mapped { get; }

    /// <summary>Calls that add SignalR.</summary>
    public IReadOnlyList<Call> Added { get; }

    /// <summary>How many hubs of the app's are mapped, by its own code or by a library's for it.</summary>
    public int Count { get; }

    /// <summary>Whether messages reach clients of other instances.</summary>
    public bool HasBackplane { get; }

    /// <summary>Whether code adds a backplane and the composed app has none: under other settings it may.</summary>
    public bool IsInDoubt { get; }

    /// <summary>Calls that pick clients other than the caller to send to.</summary>
    public IReadOnlyList<Call> Sends { get; }

    private static bool MayPick(string name) =>
        name is "get_All" or "get_Others" or "AllExcept" or "Client" or "Clients" or "Group" or "Groups" or "GroupExcept" or "OthersInGroup" or "User" or "Users";

    private bool PicksOthers(MethodRef method) => _program.Derives(method.DeclaringType, SharingSymbols.HubClients) || method.DeclaringType.FullName.StartsWith("Microsoft.AspNetCore.SignalR.IHub", StringComparison.Ordinal) && method.DeclaringType.Name.Contains("Clients", StringComparison.Ordinal);

    private bool IsBackplane(MethodRef method) =>
        method is { HasThis: false, Parameters: [var first, ..] } && !Harmless.Contains(method.Name)
        && (first.FullName is SharingSymbols.SignalRServerBuilder or SharingSymbols.SignalRBuilder || method.Name.Contains("AzureSignalR", StringComparison.Ordinal));
}
