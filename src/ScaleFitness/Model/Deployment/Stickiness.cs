using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Sharing;
using ScaleFitness.Model.Sources;

namespace ScaleFitness.Model.Deployment;

/// <summary>Where clients are bound to instances, and whether a framework asks for it.</summary>
public sealed class Stickiness
{
    internal Stickiness(CodeModel code, CallIndex index, DeploymentFiles files, SourceTree sources, SharedState sharing)
    {
        InFiles = new StickySessions(sources).In(files);
        InCode = [.. index.Mentioning("set_Enabled").SelectMany(f => code.BodyOf(f).Calls).Where(c => c.Method.Is(DeploymentSymbols.SessionAffinity, "set_Enabled") && ValueWalk.Origins(c.Arguments[0]).Any(IsTrue))];
        AreAskedForByFramework = sharing.Hubs is { Mapped.Count: > 0, HasBackplane: true }
            || index.Mentioning(n => n is "AddServerSideBlazor" or "AddInteractiveServerComponents").Any();
    }

    /// <summary>Lines of deployment files.</summary>
    public IReadOnlyList<StickySession> InFiles { get; }

    /// <summary>Calls that switch it on for a proxy of the app's own.</summary>
    public IReadOnlyList<Call> InCode { get; }

    /// <summary>Whether SignalR with a backplane, or Blazor's circuits, need it.</summary>
    public bool AreAskedForByFramework { get; }

    private static bool IsTrue(Value value) =>
        value is ConstantValue { Constant: 1 } || value is NewValue { Call: { Method.DeclaringType.FullName: "System.Nullable`1", Arguments: [var inner] } } && ValueWalk.Constant(inner) is 1;
}
