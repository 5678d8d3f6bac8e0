using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Services;
using ScaleFitness.Model.State;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Sharing;

/// <summary>Stores of the process in which hubs remember their connections.</summary>
public sealed class ConnectionMaps
{
    private readonly Provenance _provenance;
    private readonly ServiceGraph _services;
    private readonly Dictionary<Store, List<Call>> _maps = [];
    private readonly Dictionary<NewValue, bool> _madeOfConnection = new(ReferenceEqualityComparer.Instance);

    internal ConnectionMaps(CodeModel code, CallIndex index, StoreReader stores, ServiceGraph services, Reach reach, Provenance provenance)
    {
        _provenance = provenance;
        _services = services;
        // Without anybody who asks for a connection's id there is nothing to remember.
        if (!index.Calling(n => n == "get_ConnectionId", IsConnectionId).Any())
            return;
        foreach (var function in reach.OnRequestsWhere(f => CalledMethods.Any(f, code.Program, m => StoreMethods.ChangeOf(m) == ChangeKind.Add)))
            foreach (var call in code.BodyOf(function).Calls)
                // The stores first: to ask where a value comes from takes the callers, and theirs.
                if (StoreMethods.ChangeOf(call) == ChangeKind.Add && call.Subject is { } subject
                    && stores.StoresBehind(subject).Where(LivesOn).ToList() is { Count: > 0 } kept && call.Arguments.Any(IsConnection))
                    kept.ForEach(s => Add(s, call));
    }

    /// <summary>The stores, each with the calls that remember a connection, by name.</summary>
    public IEnumerable<(Store Store, IReadOnlyList<Call> Calls)> All =>
        _maps.OrderBy(m => m.Key.Field.DisplayName, StringComparer.Ordinal).Select(m => (m.Key, (IReadOnlyList<Call>)m.Value));

    /// <summary>Whether a store is such a map: other rules about state leave it.</summary>
    public bool Contains(Store store) => _maps.ContainsKey(store);

    private void Add(Store store, Call call)
    {
        if (!_maps.TryGetValue(store, out var calls))
            _maps[store] = calls = [];
        calls.Add(call);
    }

    private bool LivesOn(Store store) =>
        !store.IsCaptured && (store.Field.IsStatic || _services.LifetimeOf(store.Field.DeclaringType) == Lifetime.Singleton);

    private static bool IsConnectionId(MethodRef method) => method.Is(SharingSymbols.HubCallerContext, "get_ConnectionId");

    /// <summary>A connection's id, or an object made of one.</summary>
    private bool IsConnection(Value value) => _provenance.Of(value).Any(o =>
        o is CallValue { Call: var read } && IsConnectionId(read.Method)
        || o is NewValue made && IsMadeOfConnection(made));

    private bool IsMadeOfConnection(NewValue made)
    {
        // Many ways lead back to the same constructions.
        if (!_madeOfConnection.TryGetValue(made, out var known))
            _madeOfConnection[made] = known = made.Call.Arguments.Any(a => _provenance.Of(a).Any(p => p is CallValue { Call: var part } && IsConnectionId(part.Method)));
        return known;
    }
}
