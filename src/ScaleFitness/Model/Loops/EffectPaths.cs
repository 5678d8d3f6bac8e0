using System.Collections.Concurrent;
using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Effects;

namespace ScaleFitness.Model.Loops;

/// <summary>How a call comes to an effect.</summary>
internal enum EffectPath
{
    /// <summary>Not at all: only for other arguments than the call's, or once in the life of an object.</summary>
    None,

    /// <summary>Only where a cache has no answer.</summary>
    OnMiss,

    /// <summary>Whenever it is called, for all that is known.</summary>
    Open,
}

/// <summary>
/// Follows one call to an effect with what its arguments are: summaries say what a function may do for any caller, and
/// <c>CheckRule(new NameIsGiven(name))</c> runs one rule, not all that the app has.
/// </summary>
internal sealed class EffectPaths
{
    /// <summary>What lies behind more functions than this, nearest first, is no work of the call's: only a summary of everything knows it.</summary>
    private const int FunctionLimit = 500;

    private static readonly IReadOnlyDictionary<int, List<TypeDefinition>> Unknown = new Dictionary<int, List<TypeDefinition>>();

    private readonly CodeModel _code;
    private readonly CallGraph _graph;
    private readonly Dispatch _dispatch;
    private readonly EffectReader _effects;

    // Nearly all functions are called with nothing known of their arguments: where those lead is the same for every search.
    private readonly FunctionTable<Frame[]> _steps;
    private readonly FunctionTable<Frame[]> _stepsOnMiss;
    private readonly ConcurrentDictionary<(string Frame, bool OnMiss), Frame[]> _others = [];

    public EffectPaths(CodeModel code, CallGraph graph, Dispatch dispatch, EffectReader effects)
    {
        _code = code;
        _graph = graph;
        _dispatch = dispatch;
        _effects = effects;
        _steps = new(code.Folded.FunctionCount, f => Steps(new(f, Unknown), false));
        _stepsOnMiss = new(code.Folded.FunctionCount, f => Steps(new(f, Unknown), true));
    }

    /// <summary>How a call comes to an effect that summaries say it has.</summary>
    public EffectPath Of(Call call, EffectSite site) =>
        site.Call == call ? EffectPath.Open : Comes(call, site.Effect, false) switch
        {
            true => EffectPath.Open,
            false when Comes(call, site.Effect, true) is true => EffectPath.OnMiss,
            _ => EffectPath.None,
        };

    /// <summary>Whether the call comes to the effect; null where the search was given up.</summary>
    private bool? Comes(Call call, Effect effect, bool onMiss)
    {
        var seen = new Seen();
        var pending = new Queue<Frame>(Targets(call, new(call.Function, Unknown), onMiss));
        foreach (var function in call.Arguments.SelectMany(Dispatch.FunctionsOf))
            if (onMiss || !ReadThrough.IsFactory(call))
                pending.Enqueue(new(function, Unknown));
        while (pending.TryDequeue(out var frame))
        {
            if (!seen.Add(frame))
                continue;
            if (seen.Count > FunctionLimit)
                return null;
            if (Does(frame.Function, effect, onMiss))
                return true;
            foreach (var next in StepsOf(frame, onMiss))
                if (!seen.Contains(next))
                    pending.Enqueue(next);
        }

        return false;
    }

    private Frame[] StepsOf(Frame frame, bool onMiss) =>
        frame.IsPlain ? (onMiss ? _stepsOnMiss : _steps)[frame.Function] : _others.GetOrAdd((frame.Key, onMiss), _ => Steps(frame, onMiss));

    /// <summary>Where a function leads, each place once.</summary>
    private Frame[] Steps(Frame frame, bool onMiss)
    {
        var seen = new Seen();
        var called = _code.BodyOf(frame.Function).Calls.Where(c => !IsLeft(c, onMiss)).SelectMany(c => Targets(c, frame, onMiss));
        var made = _graph.From(frame.Function).Where(e => e.Call is null && (onMiss || !ReadThrough.IsMaker(_code, e.Target))).Select(e => new Frame(e.Target, Unknown));
        return [.. called.Concat(made).Where(seen.Add)];
    }

    private bool Does(SourceFunction function, Effect effect, bool onMiss) => _effects.In(function).Any(s => s.Effect == effect && !IsLeft(s.Call, onMiss));

    private bool IsLeft(Call call, bool onMiss) => ReadThrough.IsKept(_code, call) || !onMiss && ReadThrough.IsOnMiss(_code, call);

    private IEnumerable<Frame> Targets(Call call, Frame frame, bool onMiss)
    {
        var targets = call is { IsVirtual: true, Receiver: { } receiver } && frame.TypesOf(receiver, _code) is { Count: > 0 } types ? _dispatch.On(types, call.Method) : _dispatch.Targets(call);
        if (targets.Count == 0)
            return [];
        Dictionary<int, List<TypeDefinition>>? arguments = null;
        for (var i = 0; i < call.Arguments.Count; i++)
            if (frame.TypesOf(call.Arguments[i], _code) is { Count: > 0 } known)
                (arguments ??= [])[i] = known;
        return targets.Where(t => onMiss || !ReadThrough.IsMaker(_code, t)).Select(t => new Frame(t, arguments ?? Unknown));
    }

    /// <summary>A function with the types of the objects that it is called with, where they are made in sight.</summary>
    private sealed record Frame(SourceFunction Function, IReadOnlyDictionary<int, List<TypeDefinition>> Arguments)
    {
        /// <summary>Whether nothing is known of what it is called with.</summary>
        public bool IsPlain => Arguments.Count == 0;

        public string Key => field ??= $"{Function.Index}:{string.Join(",", Arguments.OrderBy(a => a.Key).Select(a => $"{a.Key}={string.Join("|", a.Value.Select(t => t.DisplayName))}"))}";

        /// <summary>The types of the objects that a value may be, or null where it may be another.</summary>
        public List<TypeDefinition>? TypesOf(Value value, CodeModel code)
        {
            var types = new List<TypeDefinition>();
            foreach (var origin in ValueWalk.Origins(value))
                if (origin is NewValue made && code.Program.Find(made.Type!) is { } type)
                    types.Add(type);
                else if (origin is ArgumentValue { IsThis: false } argument && argument.Function == Function && Arguments.TryGetValue(argument.Position, out var known))
                    types.AddRange(known);
                else
                    return null;
            return types;
        }
    }

    /// <summary>Frames that were met.</summary>
    private sealed class Seen
    {
        private readonly HashSet<int> _plain = [];
        private readonly HashSet<string> _others = new(StringComparer.Ordinal);

        public int Count => _plain.Count + _others.Count;

        public bool Add(Frame frame) => frame.IsPlain ? _plain.Add(frame.Function.Index) : _others.Add(frame.Key);

        public bool Contains(Frame frame) => frame.IsPlain ? _plain.Contains(frame.Function.Index) : _others.Contains(frame.Key);
    }
}
