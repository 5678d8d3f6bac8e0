using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.EntryPoints;

namespace ScaleFitness.Model.State;

/// <summary>Tells a copy that each instance refreshes for itself from what requests tell one instance and no other.</summary>
public sealed class ValueSources
{
    /// <summary>More values than this on the way back are no information: the value is then taken for the caller's.</summary>
    private const int ValueLimit = 200;

    private readonly CodeModel _code;
    private readonly CallSites _sites;
    private readonly Reach _reach;
    private readonly CompiledProgram _program;

    internal ValueSources(CodeModel code, CallSites sites, Reach reach)
    {
        _code = code;
        _sites = sites;
        _reach = reach;
        _program = code.Program;
    }

    /// <summary>What decides the value of a write.</summary>
    public ValueSource Of(SlotWrite write)
    {
        if (write.Value is not { } value)
            return ValueSource.Itself;
        if (ValueWalk.Origins(value).All(o => o is ConstantValue))
            return ValueSource.Constant;
        var source = ValueSource.Fetched;
        var seen = new HashSet<Value>(ReferenceEqualityComparer.Instance);
        var pending = new Queue<Value>([value]);
        while (pending.TryDequeue(out var current))
            foreach (var origin in ValueWalk.Origins(current))
            {
                if (!seen.Add(origin))
                    continue;
                if (seen.Count > ValueLimit || IsCallers(origin))
                    return ValueSource.Caller;
                if (origin is FieldValue { Definition: { } field } && field == write.Field || origin is CallValue { Call.Method: var getter } && write.Field.Property?.Getter is { } own && _program.Find(getter) == own)
                    source = ValueSource.Itself;
                foreach (var part in PartsOf(origin))
                    pending.Enqueue(part);
            }

        return source;
    }

    /// <summary>An argument that no code of the app passes comes from outside; so does everything of the HTTP context.</summary>
    private bool IsCallers(Value value) => value switch
    {
        ArgumentValue { IsThis: false } argument => !IsPlumbing(argument.Type) && (_reach.EntryAt(argument.Function) is not null || Passed(argument).Count == 0),
        CallValue { Call.Method.DeclaringType: var type } => type.Namespace == StateSymbols.HttpNamespace,
        // An empty collection throws away what was there; one that is filled through a span shows nothing.
        NewValue { Call.Arguments.Count: 0 } made => StoreMethods.IsCollection(made.Call.Method.DeclaringType) && !PutInto(made).Any(),
        UnknownValue => true,
        _ => false,
    };

    private IEnumerable<Value> PartsOf(Value value) => value switch
    {
        ArgumentValue { IsThis: false } argument => Passed(argument),
        CallValue { Call: var call } => Inputs(call),
        NewValue { Call: var call } made => Inputs(call).Concat(PutInto(made)),
        OutValue { Call: var call } => Inputs(call),
        AwaitValue await => [await.Task],
        ComputedValue computed => computed.Operands,
        ArrayValue array => array.Elements,
        FieldValue { Receiver: ArgumentValue { IsThis: false } owner } => [owner],
        _ => [],
    };

    /// <summary>What an initialiser, or the statements behind it, put into a new object.</summary>
    private IEnumerable<Value> PutInto(NewValue made) =>
        _code.BodyOf(made.Call.Function).Calls.Where(c => c.Receiver is { } receiver && c.Arguments.Count > 0 && ValueWalk.Origins(receiver).Contains(made)).SelectMany(c => c.Arguments);

    private static IEnumerable<Value> Inputs(Call call) => call.Receiver is { } receiver ? call.Arguments.Append(receiver) : call.Arguments;

    private IReadOnlyList<Value> Passed(ArgumentValue argument) =>
        [.. _sites.Of(argument.Function).Where(c => argument.Position < c.Arguments.Count).Select(c => c.Arguments[argument.Position])];

    /// <summary>What the framework passes to let code work, and what says nothing of who asks: tokens, delegates, the container.</summary>
    private bool IsPlumbing(TypeRef? type) =>
        type is null || type.FullName is StateSymbols.CancellationToken or "System.IServiceProvider" || _program.Find(type) is { } definition && definition.Traits.HasFlag(TypeTraits.Delegate);
}
