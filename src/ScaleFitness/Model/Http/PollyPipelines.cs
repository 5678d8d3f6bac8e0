using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Http;

/// <summary>Which functions run inside a Polly pipeline or policy, and how strong it is.</summary>
internal sealed class PollyPipelines
{
    private readonly CodeModel _code;
    private readonly CallSites _sites;
    private readonly Provenance _provenance;
    private readonly HashSet<SourceFunction> _entries;
    private readonly Dictionary<SourceFunction, Decoration> _known = [];
    private readonly Dictionary<SourceFunction, HashSet<Call>> _built = [];

    public PollyPipelines(CodeModel code, CallSites sites, Provenance provenance, IEnumerable<SourceFunction> entries)
    {
        _code = code;
        _sites = sites;
        _provenance = provenance;
        _entries = new(entries, ReferenceEqualityComparer.Instance);
    }

    /// <summary>Whether a call runs its delegates inside a pipeline.</summary>
    public static bool IsExecution(MethodRef method) =>
        method.Name.StartsWith("Execute", StringComparison.Ordinal) && IsPolly(method.DeclaringType);

    /// <summary>Callers further away than this are not looked at: they add no way in.</summary>
    private const int DepthLimit = 200;

    /// <summary>What surely stands around every run of the function: the weakest of the ways into it.</summary>
    public Decoration Around(SourceFunction function) =>
        // Without Polly nothing can stand around it: no caller needs to be looked at.
        _code.Program.Assemblies.Any(a => a.References.Any(r => r.StartsWith("Polly", StringComparison.Ordinal))) ? Around(function, 0) : Decoration.None;

    /// <summary>Where the pipelines and policies that stand around runs of the function are built, in the order of the code.</summary>
    public IReadOnlyList<Call> BuiltAround(SourceFunction function)
    {
        _ = Around(function);
        return [.. _built.GetValueOrDefault(function)?.OrderBy(c => c.Position?.Document, StringComparer.Ordinal).ThenBy(c => c.Position?.Line).ThenBy(c => c.Order) ?? Enumerable.Empty<Call>()];
    }

    private Decoration Around(SourceFunction function, int depth)
    {
        if (_known.TryGetValue(function, out var known))
            return known;
        if (depth > DepthLimit)
            return Decoration.Whole;
        // A function that calls itself adds no way in of its own.
        _known[function] = Decoration.Whole;
        _built[function] = [];
        var ways = new List<Decoration>();
        if (_entries.Contains(function))
            ways.Add(Decoration.None);
        var given = _sites.Given(function);
        ways.AddRange(given.Select(c => Inside(c, function, depth) | From(c.Function, function, depth)));
        ways.AddRange(_sites.Of(function).Select(c => From(c.Function, function, depth)));
        if (given.Count == 0 && function.Parent is { } parent && function.Kind == FunctionKind.Lambda)
            ways.Add(From(parent, function, depth));
        return _known[function] = ways.Count == 0 ? Decoration.None : ways.Aggregate((a, b) => a & b);
    }

    /// <summary>What stands around a caller stands around what it calls.</summary>
    private Decoration From(SourceFunction caller, SourceFunction function, int depth)
    {
        var around = Around(caller, depth + 1);
        if (_built.TryGetValue(caller, out var built) && caller != function)
            _built[function].UnionWith(built);
        return around;
    }

    /// <summary>What the callee puts around a delegate that it is given: itself, or by the pipeline that it hands it on to.</summary>
    private Decoration Inside(Call call, SourceFunction @delegate, int depth)
    {
        if (IsExecution(call.Method))
            return Executed(call, @delegate);
        if (_code.FunctionOf(call.Method) is not { } callee)
            return Decoration.None;
        var runs = new List<Decoration>();
        foreach (var inner in callee.Owner.Functions.SelectMany(f => _code.BodyOf(f).Calls))
            if (inner.Method.Name == "Invoke" && inner.Receiver is { } invoked && IsGiven(invoked, call, callee, @delegate))
                runs.Add(From(inner.Function, @delegate, depth));
            else if (IsExecution(inner.Method) && inner.Arguments.Any(a => IsGiven(a, call, callee, @delegate)))
                runs.Add(Executed(inner, @delegate));
        return runs.Count == 0 ? Decoration.None : runs.Aggregate((a, b) => a & b);
    }

    private Decoration Executed(Call execution, SourceFunction function)
    {
        if (execution.Receiver is not { } pipeline)
            return Decoration.Whole;
        _built[function].UnionWith(_provenance.Of(pipeline).OfType<CallValue>().Select(v => v.Call));
        return StrengthOf(pipeline);
    }

    /// <summary>Whether a value is the callee's parameter that the call passes the delegate for.</summary>
    private static bool IsGiven(Value value, Call call, SourceFunction callee, SourceFunction @delegate) =>
        ValueWalk.Origins(value).OfType<ArgumentValue>().Any(a => !a.IsThis && a.Function == callee && a.Position < call.Arguments.Count
            && Dispatch.FunctionsOf(call.Arguments[a.Position]).Contains(@delegate));

    /// <summary>How strong a pipeline or policy is; what cannot be seen is taken for a whole one.</summary>
    public Decoration StrengthOf(Value pipeline)
    {
        var strengths = _provenance.Of(pipeline).OfType<CallValue>().Select(v => Built(v.Call)).ToList();
        return strengths.Together(Decoration.Whole);
    }

    /// <summary>How strong the strategies are that a delegate or function adds to a pipeline's builder.</summary>
    public Decoration StrengthOf(SourceFunction configuration) => Strength(_code.BodyOf(configuration).Calls.Where(IsStrategy).Select(c => c.Method.Name));

    private Decoration Built(Call call)
    {
        if (call.Method.Name is "Wrap" or "WrapAsync")
            return call.Arguments.Concat(call.Receiver is { } outer ? [outer] : []).SelectMany(ValueWalk.Origins).SelectMany(o => o is ArrayValue array ? array.Elements : [o]).Select(StrengthOf).Together(Decoration.Whole);
        if (call.Method.Name != "Build")
            return IsPolly(call.Method.DeclaringType) ? Strength(call.Method.Name) : Decoration.Whole;
        if (call.Receiver is null)
            return Decoration.Whole;
        var root = Root(call.Receiver);
        return Strength(_code.BodyOf(call.Function).Calls.Where(c => IsStrategy(c) && c.Subject is { } subject && Root(subject) == root).Select(c => c.Method.Name));
    }

    private static Decoration Strength(IEnumerable<string> strategies) => strategies.Select(Strength).Together(Decoration.Whole);

    /// <summary>By the name of what adds or makes it: Polly 8's <c>AddRetry</c>, Polly 7's <c>WaitAndRetryAsync</c>. Any other may be all of it.</summary>
    private static Decoration Strength(string name) =>
        name.Contains("CircuitBreaker", StringComparison.Ordinal) ? Decoration.Breaker
        : name.Contains("Timeout", StringComparison.Ordinal) ? Decoration.TimeOut
        : new[] { "Retry", "Hedging", "Fallback", "Limiter", "RateLimit", "Bulkhead" }.Any(w => name.Contains(w, StringComparison.Ordinal)) ? Decoration.Retry
        : Decoration.Whole;

    private static bool IsStrategy(Call call) =>
        call.Method.Name.StartsWith("Add", StringComparison.Ordinal) && call.Method.Parameters.Concat([call.Method.DeclaringType, call.Method.ReturnType]).Any(IsPolly);

    /// <summary>The object at the beginning of a chain of calls.</summary>
    private static Value Root(Value value)
    {
        while (ValueWalk.Origins(value) is [CallValue { Call.Subject: { } subject }])
            value = subject;
        return ValueWalk.Origins(value) is [var only] ? only : value;
    }

    private static bool IsPolly(TypeRef type) => type.Namespace == "Polly" || type.Namespace.StartsWith("Polly.", StringComparison.Ordinal);
}
