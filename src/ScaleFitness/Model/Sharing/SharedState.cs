using ScaleFitness.Code.Calls;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Conditions;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Services;
using ScaleFitness.Model.Settings;
using ScaleFitness.Model.State;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Sharing;

/// <summary>What the app's framework features keep per instance or share between instances; each part is read when asked for.</summary>
public sealed class SharedState
{
    private readonly Lazy<DistributedCaches> _caches;
    private readonly Lazy<Sessions> _sessions;
    private readonly Lazy<Hubs> _hubs;
    private readonly Lazy<ConnectionMaps> _connections;
    private readonly Lazy<KeyRing> _keys;

    internal SharedState(CodeModel code, CallIndex index, Guards guards, ServiceGraph services, Reach reach, StoreReader stores, Provenance provenance, ConfigurationReads configuration, IReadOnlyList<EntryPoint> entryPoints, ComposedHost? host)
    {
        var setup = new SetupCalls(code, index, guards);
        _caches = new(() => new(code, index, setup, services, reach, host?.Sharing));
        _sessions = new(() => new(code, index, setup, services, reach, host));
        _hubs = new(() => new(code, index, setup, services, host));
        _connections = new(() => new(code, index, stores, services, reach, provenance));
        _keys = new(() => new(code, index, setup, services, configuration, provenance, entryPoints, host?.Sharing));
    }

    /// <summary>The distributed cache and the output cache.</summary>
    public DistributedCaches Caches => _caches.Value;

    /// <summary>Session.</summary>
    public Sessions Sessions => _sessions.Value;

    /// <summary>SignalR.</summary>
    public Hubs Hubs => _hubs.Value;

    /// <summary>Where hubs remember their connections.</summary>
    public ConnectionMaps Connections => _connections.Value;

    /// <summary>Keys of Data Protection and of token servers.</summary>
    public KeyRing Keys => _keys.Value;
}
