using ScaleFitness.Model.Container;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Model;

/// <summary>How the container is used: who is made with what, who asks for what, and what comes of it.</summary>
public sealed class ContainerUse
{
    private readonly Parts _parts = new();
    private readonly AppModel _app;

    internal ContainerUse(AppModel app) => _app = app;

    /// <summary>Who is made with what, and what is captive in it.</summary>
    public ContainerGraph Graph => _parts.Once(() => ContainerGraph.Read(
        _app.Code,
        _app.Services,
        _app.EntryPoints.Where(e => e is { Kind: EntryPointKind.Middleware, Registration: not null, Type: not null } && _app.LongLived.Registered(e.Type) is not null).Select(e => (e.Type!, e.Registration!))));

    /// <summary>Finds scoped services that objects of the process keep.</summary>
    public CaptiveFinder Captives => _parts.Once(() => new CaptiveFinder(_app.Code, _app.Services));

    /// <summary>Which services the app's code takes.</summary>
    public Takers Takers => _parts.Once(() => new Takers(_app.Code, _app.Index, _app.EntryPoints));

    /// <summary>What is taken from the root provider again and again.</summary>
    public RootResolutions RootResolutions => _parts.Once(() =>
        new RootResolutions(_app.Code, _app.Index, _app.Services, new(_app.Code, _app.Index, _app.Provenance, _app.LongLived, _app.Services), _app.Reach, _app.Frequency));

    /// <summary>Objects of one type that callers may take for one.</summary>
    public SplitServices Split => _parts.Once(() => new SplitServices(_app.Code, _app.Services, Takers, _app.Stores, _app.Slots));
}
