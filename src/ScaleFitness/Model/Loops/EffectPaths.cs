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
internal sealed class EffectPaths(CodeModel code, CallGraph graph, Dispatch dispatch, EffectReader effects)
{
    /// <summary>What lies behind more functions than this, nearest first, is no work of the call's: only a summary of everything knows it.</summary>
    private const int FunctionLimit = 500;

    private static readonly IReadOnlyDictionary<int, List<TypeDefinition>> Unknown = new Dictionary<int, List<TypeDefinition>>();

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
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Queue<Frame>();
        Enter(call, new(call.Function, Unknown), onMiss, pending);
        foreach (var function in call.Arguments.SelectMany(Dispatch.FunctionsOf))
            if (onMiss || !ReadThrough.IsFactory(call))
                pending.Enqueue(new(function, Unknown));
        while (pending.TryDequeue(out var frame))
        {
            if (!seen.Add(frame.Key))
                continue;
            if (seen.Count > FunctionLimit)
                return null;
            if (Does(frame.Function, effect, onMiss))
                return true;
            foreach (var inner in code.BodyOf(frame.Function).Calls)
                if (!IsLeft(inner, onMiss))
                    Enter(inner, frame, onMiss, pending);
            foreach (var edge in graph.From(frame.Function))
                if (edge.Call is null && (onMiss || !ReadThrough.IsMaker(code, edge.Target)))
                    pending.Enqueue(new(edge.Target, Unknown));
        }

        return false;
    }

    private bool Does(SourceFunction function, Effect effect, bool onMiss) => effects.In(function).Any(s => s.Effect == effect && !IsLeft(s.Call, onMiss));

    private bool IsLeft(Call call, bool onMiss) => ReadThrough.IsKept(code, call) || !onMiss && ReadThrough.IsOnMiss(code, call);

    private void Enter(Call call, Frame frame, bool onMiss, Queue<Frame> pending)
    {
        var targets = call is { IsVirtual: true, Receiver: { } receiver } && frame.TypesOf(receiver, code) is { Count: > 0 } types ? dispatch.On(types, call.Method) : dispatch.Targets(call);
        if (targets.Count == 0)
            return;
        Dictionary<int, List<TypeDefinition>>? arguments = null;
        for (var i = 0; i < call.Arguments.Count; i++)
            if (frame.TypesOf(call.Arguments[i], code) is { Count: > 0 } known)
                (arguments ??= [])[i] = known;
        foreach (var target in targets)
            if (onMiss || !ReadThrough.IsMaker(code, target))
                pending.Enqueue(new(target, arguments ?? Unknown));
    }

    /// <summary>A function with the types of the objects that it is called with, where they are made in sight.</summary>
    private sealed record Frame(SourceFunction Function, IReadOnlyDictionary<int, List<TypeDefinition>> Arguments)
    {
        public string Key => $"{Function.Index}:{string.Join(",", Arguments.OrderBy(a => a.Key).Select(a => $"{a.Key}={string.Join("|", a.Value.Select(t => t.DisplayName))}"))}";

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
}
