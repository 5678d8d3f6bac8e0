using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Effects;
using ScaleFitness.Model.EntryPoints;

namespace ScaleFitness.Model.Loops;

/// <summary>
/// Tells what decides how many elements a sequence has: back through LINQ, lists that loops fill, what the app's methods
/// return, fields and arguments, to a query, a request, a setting or a constant. Of several ways the greatest counts.
/// </summary>
public sealed class SequenceSizes
{
    /// <summary>Callers and implementations past this number say no more.</summary>
    private const int WayLimit = 16;

    /// <summary>Steps back past this number are more than a person would follow.</summary>
    private const int StepLimit = 400;

    private readonly CodeModel _code;
    private readonly Dispatch _dispatch;
    private readonly Reach _reach;
    private readonly CallSites _sites;
    private readonly EffectReader _effects;
    private readonly QuerySizes _queries;
    private readonly CollectionFill _fill;
    private readonly KeptServices _services;

    internal SequenceSizes(CodeModel code, Dispatch dispatch, Reach reach, CallSites sites, EffectReader effects, LoopReader loops, QuerySizes queries)
    {
        _code = code;
        _dispatch = dispatch;
        _reach = reach;
        _sites = sites;
        _effects = effects;
        _queries = queries;
        _fill = new(code, loops);
        _services = new(code, dispatch, reach, sites);
    }

    /// <summary>How many elements a loop goes over.</summary>
    public SequenceSize Of(SourceLoop loop) => loop switch
    {
        { Kind: LoopKind.ReaderRows } => new(SizeKind.Table),
        { Kind: LoopKind.Elements or LoopKind.Counted, Sequence: { } sequence } => Of(sequence),
        { Kind: LoopKind.Batches } => new(SizeKind.Batch),
        _ => SequenceSize.Unknown,
    };

    /// <summary>How many elements a sequence has, or how great a number is.</summary>
    public SequenceSize Of(Value value) => Of(value, new(null, null, [])) ?? SequenceSize.Unknown;

    /// <summary>Null where the value adds no way of its own: a null, one that is being looked at already.</summary>
    private SequenceSize? Of(Value? value, Way way)
    {
        SequenceSize? greatest = null;
        if (value is null || way.Seen.Count > StepLimit)
            return null;
        foreach (var origin in ValueWalk.Origins(value))
            if (way.Seen.Add(origin))
                greatest = SequenceSize.Greater(greatest, OfOrigin(origin, way));
        return greatest;
    }

    private SequenceSize? OfOrigin(Value origin, Way way) => origin switch
    {
        ConstantValue { Constant: null } => null,
        ConstantValue => SequenceSize.Program,
        ArrayValue array => array.Elements.Count > 0 || array.Type?.Element?.Namespace == "System" ? SequenceSize.Program : SequenceSize.Unknown,
        AwaitValue await => Of(await.Task, way),
        CallValue call => OfCall(call.Call, way),
        NewValue made => OfMade(made, way),
        ArgumentValue argument => OfArgument(argument, way),
        FieldValue field => OfField(field, way),
        ComputedValue { Operation: "Add" or "Subtract" or "Multiply" } number => number.Operands.Select(o => Of(o, way)).Aggregate((SequenceSize?)null, SequenceSize.Greater),
        _ => SequenceSize.Unknown,
    };

    private SequenceSize? OfCall(Call call, Way way)
    {
        if (_queries.Of(call) is { } rows)
            return rows;
        if (LibrarySizes.Of(call) is { } known)
            return known;
        if (LibrarySizes.Smallest(call) is { } bounds)
            return bounds.Select(b => Of(b, way)).MinBy(s => s?.Kind ?? SizeKind.Unknown);
        if (LibrarySizes.SourceOf(call) is { } source)
            return Of(source, way);
        if (_services.AreHandedOut(call))
            return SequenceSize.Program;
        if (call.Method.Name.StartsWith("get_", StringComparison.Ordinal) && call.Receiver is { } owner && !IsThis(owner))
            return OfMember(call.Method.ReturnType, owner, way);
        if (_effects.Of(call) is { Kind: EffectKind.Database })
            return new(SizeKind.Table);
        var targets = _dispatch.Targets(call);
        if (targets.Count == 0)
            return OfDelegates(call, way);
        return targets.Count > WayLimit ? SequenceSize.Unknown : targets.Select(t => Returned(t, call, way)).Aggregate((SequenceSize?)null, SequenceSize.Greater);
    }

    /// <summary>What a delegate brings: one that the caller handed in, or one that the library runs for its result, as retries and caches do.</summary>
    private SequenceSize? OfDelegates(Call call, Way way)
    {
        var given = call is { Method.Name: "Invoke", Receiver: { } invoked }
            ? ValueWalk.Origins(invoked).OfType<ArgumentValue>().Where(a => a.Function == way.Function && a.Position >= 0).SelectMany(a => way.Caller?.Call.Arguments.ElementAtOrDefault(a.Position) is { } handed ? Dispatch.FunctionsOf(handed) : [])
            : call.Arguments.SelectMany(Dispatch.FunctionsOf).Where(f => Result(f.Method.Reference.ReturnType) == Result(call.Method.ReturnType) || call.Method.TypeArguments.Contains(Result(f.Method.Reference.ReturnType)));
        var functions = given.Distinct().ToList();
        return functions.Count is 0 or > WayLimit ? SequenceSize.Unknown
            : functions.SelectMany(f => _code.BodyOf(f).Returns).Select(r => Of(r, new(null, null, way.Seen))).Aggregate((SequenceSize?)null, SequenceSize.Greater);
    }

    private static TypeRef Result(TypeRef type) => type is { Namespace: "System.Threading.Tasks", SoleArgument: { } result } ? result : type;

    /// <summary>What a function returns; what an iterator yields, as often as its own loops go round.</summary>
    private SequenceSize? Returned(SourceFunction function, Call call, Way way)
    {
        // What gathers elements in a list and empties it each time it yields hands out batches.
        if (function.IsIterator && _code.BodyOf(function).Calls.Any(c => c is { Loop: not null, Method: { Name: "Clear", DeclaringType.FullName: "System.Collections.Generic.List`1" } }))
            return new(SizeKind.Batch);
        var inner = new Way(function, (call, way), way.Seen);
        return function.IsIterator
            ? _fill.Loops(function).Select(l => Of(l.Sequence, inner)).Aggregate((SequenceSize?)SequenceSize.Program, SequenceSize.Greater)
            : _code.BodyOf(function).Returns.Select(r => Of(r, inner)).Aggregate((SequenceSize?)null, SequenceSize.Greater);
    }

    /// <summary>A property of an object: of a row, its children; of what was sent or configured, as much.</summary>
    private SequenceSize OfMember(TypeRef type, Value owner, Way way)
    {
        if (_queries.Children(type, owner.Type) is { } children)
            return children;
        return Of(owner, way) switch
        {
            { Kind: SizeKind.Sender or SizeKind.Settings } same => new(same.Kind),
            _ => SequenceSize.Unknown,
        };
    }

    private SequenceSize? OfMade(NewValue made, Way way)
    {
        var greatest = _fill.Of(made).Select(part => part.Sequence is null ? SequenceSize.Program : Of(part.Sequence, way)).Aggregate((SequenceSize?)null, SequenceSize.Greater);
        return greatest ?? SequenceSize.Unknown;
    }

    private SequenceSize? OfArgument(ArgumentValue argument, Way way)
    {
        if (argument.IsThis)
            return SequenceSize.Unknown;
        if (way.Function == argument.Function && way.Caller is { } caller)
            return argument.Position < caller.Call.Arguments.Count ? Of(caller.Call.Arguments[argument.Position], caller.Way) : SequenceSize.Unknown;
        if (_reach.EntryAt(argument.Function) is { } entry)
            return entry.Category == EntryPointCategory.StartUp ? SequenceSize.Program : _services.Are(argument.Type) ? SequenceSize.Program : new(SizeKind.Sender);
        if (argument.Function.Method.IsConstructor && LibrarySizes.IsSettings(argument.Type))
            return new(SizeKind.Settings);
        var passed = _sites.Of(argument.Function).Where(c => argument.Position < c.Arguments.Count).Take(WayLimit).ToList();
        if (passed.Count == 0)
            return argument.Function.Method.IsConstructor && _services.Are(argument.Type) ? SequenceSize.Program
                : argument.Function.Method.Name is "Handle" or "HandleAsync" or "Consume" ? new(SizeKind.Sender) : SequenceSize.Unknown;
        if (_services.AreSetUp(argument, passed))
            return SequenceSize.Program;
        return passed.Select(c => Of(c.Arguments[argument.Position], new(null, null, way.Seen))).Aggregate((SequenceSize?)null, SequenceSize.Greater);
    }

    private SequenceSize? OfField(FieldValue field, Way way)
    {
        if (field.Definition is not { } definition)
            return SequenceSize.Unknown;
        if (field.Receiver is { } owner && !IsThis(owner))
            return OfMember(field.Field.Type, owner, way);
        return _sites.WritesTo(definition).Select(w => Of(w.Value, new(null, null, way.Seen))).Aggregate((SequenceSize?)null, SequenceSize.Greater) ?? SequenceSize.Unknown;
    }

    private static bool IsThis(Value value) => ValueWalk.Origins(value) is [ArgumentValue { IsThis: true }];

    /// <summary>How the walk came to a function: by which call of which other.</summary>
    private sealed record Way(SourceFunction? Function, (Call Call, Way Way)? Caller, HashSet<Value> Seen);
}
