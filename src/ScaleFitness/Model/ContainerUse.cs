using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Container;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Model;

/// <summary>How the container is used: who is made with what, who asks for what, and what comes of it. Each part is made when the first rule asks for it.</summary>
public sealed class ContainerUse
{
    private readonly Lazy<ContainerGraph> _graph;
    private readonly Lazy<CaptiveFinder> _captives;
    private readonly Lazy<Takers> _takers;
    private readonly Lazy<RootResolutions> _rootResolutions;
    private readonly Lazy<SplitServices> _split;

    internal ContainerUse(AppModel app)
    {
        var middleware = new Lazy<IEnumerable<(TypeDefinition Type, Call Call)>>(() => app.EntryPoints
            .Where(e => e is { Kind: EntryPointKind.Middleware, Registration: not null, Type: not null } && app.LongLived.Registered(e.Type) is not null)
            .Select(e => (e.Type!, e.Registration!)));
        _graph = new(() => ContainerGraph.Read(app.Code, app.Services, middleware.Value));
        _captives = new(() => new(app.Code, app.Services));
        _takers = new(() => new(app.Code, app.Index, app.EntryPoints));
        _rootResolutions = new(() => new(app.Code, app.Index, app.Services, new(app.Code, app.Index, app.Provenance, app.LongLived, app.Services), app.Reach, app.Frequency));
        _split = new(() => new(app.Code, app.Services, Takers, app.Stores, app.Slots));
    }

    /// <summary>Who is made with what, and what is captive in it.</summary>
    public ContainerGraph Graph => _graph.Value;

    /// <summary>Finds scoped services that objects of the process keep.</summary>
    public CaptiveFinder Captives => _captives.Value;

    /// <summary>Which services the app's code takes.</summary>
    public Takers Takers => _takers.Value;

    /// <summary>What is taken from the root provider again and again.</summary>
    public RootResolutions RootResolutions => _rootResolutions.Value;

    /// <summary>Objects of one type that callers may take for one.</summary>
    public SplitServices Split => _split.Value;
}
