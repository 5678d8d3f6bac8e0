using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Model.Lifetimes;

/// <summary>
/// How often the app makes an object: where the code stands is not enough, for <c>_client ??= new()</c> on a request
/// makes one for the process when the field is static, and one per request when it belongs to a controller.
/// </summary>
public sealed class MakingFrequency
{
    private readonly CodeModel _code;
    private readonly CallSites _sites;
    private readonly Reach _reach;
    private readonly ServiceGraph _services;
    private readonly Keeping _keeping;
    private readonly Lazy<BackgroundRounds> _rounds;
    private readonly Lazy<Consumers> _consumers;
    private readonly ActivatedTypes _activated;

    internal MakingFrequency(CodeModel code, CallIndex index, CallSites sites, CallGraph graph, Reach reach, ServiceGraph services, IReadOnlyList<EntryPoint> entryPoints)
    {
        _code = code;
        _sites = sites;
        _reach = reach;
        _services = services;
        _keeping = new(code);
        _consumers = new(() => new(code, index, services, entryPoints));
        _rounds = new(() => new(code, graph, services, entryPoints));
        _activated = new(code.Program, services, entryPoints);
    }

    /// <summary>How often the call makes its object.</summary>
    public Frequency Of(Call making) => Of(making, []);

    /// <summary>How often the function runs while the app is at work.</summary>
    public Frequency Of(SourceFunction function) => Of(function, null);

    private Frequency Of(Call making, HashSet<object> seen)
    {
        if (!seen.Add(making))
            return Frequency.Once;
        var function = making.Function;
        var kept = _keeping.Of(making);
        if (kept.InStatic)
            return Frequency.Once;
        if (kept.Owner is { } owner)
            return Least(OwnerOf(owner, seen), Of(function, making));
        return kept.IsReturned ? Least(Returned(function, seen), Of(function, making)) : Run(function, making, seen);
    }

    /// <summary>A local object lives as long as the run of its function; a constructor's runs are its type's makings.</summary>
    private Frequency Run(SourceFunction function, Call making, HashSet<object> seen) =>
        function is { Kind: FunctionKind.Method, Method.Name: ".ctor" }
            ? Least(OwnerOf(function.Method.DeclaringType, seen), Of(function, making))
            : Of(function, making);

    private Frequency Of(SourceFunction function, Call? call) =>
        _reach.IsOnRequest(function) ? Frequency.PerRequest
        : _rounds.Value.Repeats(function) || call?.Loop is not null && _rounds.Value.Runs(function) ? Frequency.PerRound
        : Frequency.Once;

    /// <summary>The function hands the object over: what its callers do with it decides.</summary>
    private Frequency Returned(SourceFunction function, HashSet<object> seen)
    {
        if (_services.Registrations.Any(r => r.Factory == function && r.Lifetime == Lifetime.Singleton))
            return Frequency.Once;
        var results = new List<Frequency>();
        foreach (var call in _sites.Given(function))
            results.Add(Given(call, function, seen));
        foreach (var call in _sites.Of(function))
            results.Add(Of(call, seen));
        return results.Count > 0 ? results.Max() : Of(function);
    }

    private Frequency Given(Call call, SourceFunction factory, HashSet<object> seen)
    {
        if (call.IsConstruction && call.Method.DeclaringType.FullName == "System.Lazy`1")
            return Of(call, seen);
        // Once per key: how many keys there are is another rule's question.
        if (call.Method.Name is not ("GetOrAdd" or "GetOrCreate" or "GetOrCreateAsync" or "AddOrUpdate" or "GetOrSet" or "GetOrSetAsync" or "EnsureInitialized"))
            return Of(factory);
        return call.Receiver is { } store && _keeping.OwnerOf(store) is { } owner ? OwnerOf(owner, seen) : Frequency.Once;
    }

    /// <summary>How often objects of a type are made.</summary>
    private Frequency OwnerOf(TypeDefinition type, HashSet<object> seen)
    {
        if (!seen.Add(type))
            return Frequency.Once;
        if (_activated.PerRequest(type) && !(_services.LifetimeOf(type) is not null && _consumers.Value.AreSingletons(type)))
            return Frequency.PerRequest;
        var results = new List<Frequency> { Frequency.Once };
        foreach (var constructor in type.Methods.Where(m => m.Name == ".ctor").Select(_code.Folded.FunctionOf).OfType<SourceFunction>())
        {
            if (_rounds.Value.Repeats(constructor) && _sites.Of(constructor).Count == 0)
                results.Add(Frequency.PerRound);
            foreach (var call in _sites.Of(constructor))
                results.Add(call.IsConstruction ? Of(call, seen) : OwnerOf(call.Function.Method.DeclaringType, seen));
        }

        return results.Max();
    }

    private static Frequency Least(Frequency a, Frequency b) => a < b ? a : b;
}
