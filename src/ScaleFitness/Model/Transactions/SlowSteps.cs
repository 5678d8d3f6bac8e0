using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Effects;

namespace ScaleFitness.Model.Transactions;

/// <summary>Finds slow calls inside transactions: in the function that opens one, in what it is given to run, and in the handlers that a pipeline behaviour wraps.</summary>
public sealed class SlowSteps
{
    private static readonly string[] Outboxes = ["AddEntityFrameworkOutbox", "UseBusOutbox", "UseEntityFrameworkOutbox", "AddInMemoryInboxOutbox", "UseInMemoryOutbox", "UseEntityFrameworkCoreTransactions", "UseDurableOutbox"];

    private readonly CodeModel _code;
    private readonly CallSites _sites;
    private readonly EffectReader _effects;
    private readonly TransactionBounds _bounds;
    private readonly bool _hasOutbox;

    internal SlowSteps(CodeModel code, CallIndex index, Dispatch dispatch, CallSites sites, EffectReader effects)
    {
        _code = code;
        _sites = sites;
        _effects = effects;
        _bounds = new(code, dispatch);
        _hasOutbox = index.Mentioning(Outboxes.Contains).Any();
        var direct = index.Mentioning(TransactionBounds.MayBegin).ToList();
        HasTransactions = direct.Count > 0;
        // A unit of work opens it for whoever calls it.
        var functions = direct.Concat(direct.SelectMany(f => sites.Of(f)).Select(c => c.Function)).Distinct();
        All = [.. functions.SelectMany(In).DistinctBy(s => (s.Step, s.Effect.Kind))];
    }

    /// <summary>Whether the app opens transactions itself.</summary>
    public bool HasTransactions { get; }

    /// <summary>All of them, in the order of the code.</summary>
    public IReadOnlyList<SlowStep> All { get; }

    private IEnumerable<SlowStep> In(SourceFunction function)
    {
        var body = _code.BodyOf(function);
        foreach (var begin in body.Calls.Where(_bounds.Begins))
        {
            var paths = _code.PathsOf(function);
            var ends = body.Calls.Where(c => _bounds.Ends(c) || Disposes(c, begin)).Select(c => c.Order).ToHashSet();
            var disposals = body.Calls.Where(c => Disposes(c, begin)).Select(c => c.Order).ToHashSet();
            var block = paths.Regions.FirstOrDefault(r => r.First > begin.Order && (r.Kind == RegionKind.Finally ? disposals.Any(r.Handles) : r.Catches?.FullName == "System.Object" && disposals.Any(d => d > r.Last)));
            foreach (var call in body.Calls)
                if (call != begin && !ends.Contains(call.Order) && block?.Protects(call.Order) != false && paths.Leads(begin.Order, call.Order, ends.Contains))
                    foreach (var step in Steps(begin, call, function))
                        yield return step;
        }
    }

    private IEnumerable<SlowStep> Steps(Call begin, Call call, SourceFunction function)
    {
        foreach (var site in _effects.Through(call).Where(IsSlow))
            yield return new(begin, call, site.Effect, site.Call, false);
        if (call is not { Method.Name: "Invoke", Receiver: { } run })
            yield break;
        foreach (var argument in ValueWalk.Origins(run).OfType<ArgumentValue>().Where(a => !a.IsThis))
            if (argument.Type?.Name.StartsWith("RequestHandlerDelegate", StringComparison.Ordinal) == true)
                foreach (var step in Handled(begin))
                    yield return step;
            else
                foreach (var given in _sites.Of(argument.Function).Where(c => argument.Position < c.Arguments.Count))
                    foreach (var site in Dispatch.FunctionsOf(given.Arguments[argument.Position]).SelectMany(f => Own(f)).Where(IsSlow))
                        yield return new(begin, site.Call, site.Effect, site.Call, false);
    }

    /// <summary>What handlers that write to the database do besides: a behaviour wraps them all.</summary>
    private IEnumerable<SlowStep> Handled(Call begin) =>
        from type in _code.Program.Types
        where type.IsConcrete && type.Interfaces.Any(i => i.Name.StartsWith("IRequestHandler`", StringComparison.Ordinal) || i.Name.StartsWith("ICommandHandler`", StringComparison.Ordinal))
        from method in type.Methods
        where method.Name is "Handle" or "HandleAsync"
        let handler = _code.Folded.FunctionOf(method)
        where handler is not null && _effects.Reached(handler).Any(s => s.Effect is { Kind: EffectKind.Database, IsWrite: true })
        from site in Own(handler)
        where IsSlow(site)
        select new SlowStep(begin, site.Call, site.Effect, site.Call, true);

    /// <summary>Effects by the statements of the function itself, so that the place is in it.</summary>
    private IEnumerable<EffectSite> Own(SourceFunction function) =>
        _code.BodyOf(function).Calls.SelectMany(c => _effects.Through(c).Select(s => new EffectSite(s.Effect, c)));

    private bool IsSlow(EffectSite site) => site.Effect.Kind switch
    {
        EffectKind.Broker => !_hasOutbox,
        EffectKind.Http or EffectKind.Rpc or EffectKind.Mail or EffectKind.Storage or EffectKind.Process or EffectKind.Delay => true,
        _ => false,
    };

    private static bool Disposes(Call call, Call begin) =>
        call.Method.Name is "Dispose" or "DisposeAsync" && call.Subject is { } subject
        && ValueWalk.Origins(subject).Any(o => ReferenceEquals(ValueWalk.Awaited(o), begin.Result) || o is AwaitValue { Task: var task } && ValueWalk.Origins(task).Contains(begin.Result));
}
