using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Tracing;

/// <summary>
/// Where an object comes from, across functions: through fields, properties, arguments, what the app's methods return,
/// <see cref="Lazy{T}"/> and awaits, back to what made it.
/// </summary>
public sealed class Provenance
{
    /// <summary>More values than this on the way back are no information.</summary>
    private const int ValueLimit = 2_000;

    private readonly CodeModel _code;
    private readonly Dispatch _dispatch;
    private readonly CallSites _sites;

    internal Provenance(CodeModel code, Dispatch dispatch, CallSites sites)
    {
        _code = code;
        _dispatch = dispatch;
        _sites = sites;
    }

    /// <summary>
    /// Values that nothing of the app leads further back: constructions, library calls, arguments that a framework
    /// passes, constants. A constructor's argument is among them even where code passes it as well: the container may too.
    /// </summary>
    /// <param name="value">The value to trace.</param>
    /// <param name="through">For a library call that only wraps: the value it wraps; otherwise null.</param>
    public IReadOnlyList<Value> Of(Value value, Func<Call, Value?>? through = null)
    {
        var result = new List<Value>();
        var seen = new HashSet<Value>(ReferenceEqualityComparer.Instance);
        var pending = new Queue<Value>([value]);
        while (pending.TryDequeue(out var current) && seen.Count < ValueLimit)
            foreach (var origin in ValueWalk.Origins(current))
                if (seen.Add(origin) && !Follow(origin, through, pending))
                    result.Add(origin);
        return result;
    }

    /// <summary>Queues what the value comes from; false where it is an end.</summary>
    private bool Follow(Value value, Func<Call, Value?>? through, Queue<Value> pending)
    {
        switch (value)
        {
            case AwaitValue { Task: var task }:
                pending.Enqueue(task);
                return true;
            case FieldValue { Definition: { } field }:
                return Queue(_sites.WritesTo(field).Select(w => w.Value), pending);
            case ArgumentValue { IsThis: false } argument:
                var passed = Passed(argument.Function, argument.Position);
                return Queue(passed, pending) && !argument.Function.Method.IsConstructor;
            case CallValue { Call: var call }:
                return Returned(call, through, pending);
            case NewValue { Call: { Method.DeclaringType.FullName: "System.Lazy`1" } lazy } when lazy.Arguments.SelectMany(Dispatch.FunctionsOf).Any():
                return Queue(lazy.Arguments.SelectMany(Dispatch.FunctionsOf).SelectMany(f => _code.BodyOf(f).Returns), pending);
            case NewValue { Call: var made } when through?.Invoke(made) is { } wrapped:
                pending.Enqueue(wrapped);
                return true;
            default:
                return false;
        }
    }

    private bool Returned(Call call, Func<Call, Value?>? through, Queue<Value> pending)
    {
        if (through?.Invoke(call) is { } wrapped)
        {
            pending.Enqueue(wrapped);
            return true;
        }

        if (call is { Method: { Name: "get_Value", DeclaringType.FullName: "System.Lazy`1" }, Receiver: { } lazy })
            return Queue([lazy], pending);
        return Queue(_dispatch.Targets(call).SelectMany(t => _code.BodyOf(t).Returns), pending);
    }

    private IEnumerable<Value> Passed(SourceFunction function, int position) =>
        _sites.Of(function).Where(c => position < c.Arguments.Count).Select(c => c.Arguments[position]);

    /// <summary>Constants of that type that a value can be; null where it can be something else as well.</summary>
    public IReadOnlyList<T>? Constants<T>(Value value)
        where T : notnull
    {
        var origins = Of(value);
        return origins.Count > 0 && origins.All(o => o is ConstantValue { Constant: T }) ? [.. origins.Select(o => (T)((ConstantValue)o).Constant!).Distinct()] : null;
    }

    private static bool Queue(IEnumerable<Value> values, Queue<Value> pending)
    {
        var any = false;
        foreach (var value in values)
        {
            any = true;
            pending.Enqueue(value);
        }

        return any;
    }
}
