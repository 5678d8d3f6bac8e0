using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Loops;

/// <summary>Tells what a loop of the code goes round for, by the conditions that end it.</summary>
internal sealed class LoopShapes(CodeModel code, Dispatch dispatch)
{
    private readonly Messages _messages = new(code, dispatch);

    public SourceLoop Of(SourceFunction function, CodeLoop loop)
    {
        var body = code.BodyOf(function);
        var inside = body.Calls.Where(c => c.Loop?.IsIn(loop) == true).ToList();
        var shape = body.LoopExits.Where(e => e.Loop.Id == loop.Id).Select(e => Of(e, inside)).Where(s => s is not null).OrderBy(s => s!.Value.Kind).FirstOrDefault()
            ?? Of(body, loop, inside);
        if (shape.Kind == LoopKind.Counted && inside.Any(TakesPiece))
            return new(function, LoopKind.Batches, shape.Sequence, loop, null, loop.Position);
        return new(function, shape.Kind, shape.Sequence, loop, null, loop.Position);
    }

    private (LoopKind Kind, Value? Sequence)? Of(LoopExit exit, List<Call> inside)
    {
        if (exit.Comparison == LoopExit.Truth)
            return exit.Operands is [var tested] && CallOf(tested) is { } call ? Of(call) : null;
        if (exit.Operands is not [var left, var right])
            return null;
        if (Counted(left) is { } collection && ValueWalk.Constant(right) is not null)
            return (IsDrained(collection, inside) ? LoopKind.Elements : LoopKind.Batches, collection);
        if (StepsOf(left) is { } steps)
            return steps ? (LoopKind.Batches, right) : Counted(right) is { } counted ? (LoopKind.Elements, counted) : (LoopKind.Counted, right);
        return StepsOf(right) is { } stepsDown ? (stepsDown ? LoopKind.Batches : LoopKind.Counted, left) : null;
    }

    /// <summary>A piece of a list: so many after those of the rounds before.</summary>
    private static bool TakesPiece(Call call) =>
        call is { Method: { Name: "Take", DeclaringType.FullName: "System.Linq.Enumerable" }, Arguments: [var rest, ..] }
        && ValueWalk.Origins(rest) is [CallValue { Call: { Method.Name: "Skip", Arguments: [_, var skipped] } }]
        && ValueWalk.Origins(skipped).Any(o => o is ComputedValue { Operation: "Multiply" });

    private (LoopKind, Value?)? Of(Call call)
    {
        var type = call.Method.DeclaringType;
        switch (call.Method.Name)
        {
            case "MoveNext" or "MoveNextAsync":
                return Enumerated(call) is { } sequence
                    ? (IsStreamOfMessages(sequence) ? LoopKind.Messages : LoopKind.Elements, sequence)
                    : (LoopKind.Batches, call.Receiver);
            case "Read" or "ReadAsync" when type.Is(LoopSymbols.DataReaderInterface) || code.Program.Derives(type, LoopSymbols.DataReader):
                return (LoopKind.ReaderRows, call.Receiver);
            case "TryDequeue" or "TryPop" or "TryTake" when type.Namespace.StartsWith("System.Collections", StringComparison.Ordinal):
                return (LoopKind.Elements, call.Receiver);
            case "WaitForNextTickAsync":
                return (LoopKind.Ticks, null);
            case "Any" when call.Subject is { } rest:
                return (LoopKind.Batches, rest);
        }

        return _messages.AreAwaitedBy(call) ? (LoopKind.Messages, call.Receiver)
            : call.Method.Name.Contains("HasMore", StringComparison.Ordinal) || call.Method.Name.Contains("HasNext", StringComparison.Ordinal) ? (LoopKind.Batches, call.Receiver)
            : null;
    }

    private (LoopKind Kind, Value? Sequence) Of(FunctionBody body, CodeLoop loop, List<Call> inside)
    {
        if (inside.Any(_messages.AreAwaitedBy))
            return (LoopKind.Messages, null);
        if (inside.Any(IsTick))
            return (LoopKind.Ticks, null);
        return (body.LoopExits.Where(e => e.Loop.Id == loop.Id).All(IsCancellation) ? LoopKind.Endless : LoopKind.Until, null);
    }

    /// <summary>The sequence whose enumerator moves.</summary>
    private static Value? Enumerated(Call move)
    {
        foreach (var origin in ValueWalk.Origins(move.Receiver!))
            if (origin is CallValue { Call: { Method.Name: "GetEnumerator" or "GetAsyncEnumerator" } made })
                return Unwrapped(made.Subject);
        return null;
    }

    private static Value? Unwrapped(Value? sequence)
    {
        while (sequence is CallValue { Call: { Method: { Name: "WithCancellation" or "ConfigureAwait", DeclaringType.Namespace: "System.Threading.Tasks" or "System.Runtime.CompilerServices" } } wrap })
            sequence = wrap.Subject;
        return sequence;
    }

    private bool IsStreamOfMessages(Value sequence) =>
        ValueWalk.Origins(sequence).Any(o => ValueWalk.Awaited(o) is CallValue { Call: { } call } && _messages.AreAwaitedBy(call));

    /// <summary>The collection whose count the value is.</summary>
    private static Value? Counted(Value value) => ValueWalk.Origins(value) switch
    {
        [ComputedValue { Operation: "length", Operands: [var array] }] => array,
        [CallValue { Call: { Method.Name: "get_Count" or "get_Length" or "Count", Subject: { } subject } }] => subject,
        _ => null,
    };

    private static bool IsDrained(Value collection, List<Call> inside) =>
        inside.Any(c => c.Method.Name is "Dequeue" or "Pop" or "TryDequeue" or "TryPop" or "RemoveAt" or "Take"
            && c.Subject is { } subject && ValueWalk.Origins(subject).Intersect(ValueWalk.Origins(collection)).Any());

    /// <summary>For a counter, whether it goes by more than one at a time, which takes a piece of something each round; null for what is none.</summary>
    private static bool? StepsOf(Value value)
    {
        var step = (value as ComputedValue ?? ValueWalk.Origins(value).OfType<ComputedValue>().FirstOrDefault(IsStep)) is { } computed && IsStep(computed) ? computed : null;
        return step is null ? null : ValueWalk.Constant(step.Operands[1]) is not (1 or 1L);
    }

    private static bool IsStep(ComputedValue value) => value is { Operation: "Add" or "Subtract", Operands: [PhiValue or CapturedValue, _] };

    internal static bool IsTick(Call call) =>
        call.Method.Name is "Delay" && call.Method.DeclaringType.Is(LoopSymbols.Task)
        || call.Method.Name is "WaitForNextTickAsync" && call.Method.DeclaringType.Is(LoopSymbols.PeriodicTimer)
        || call.Method.Name is "Sleep" && call.Method.DeclaringType.FullName == "System.Threading.Thread"
        || call.Method.Name is "WaitOne" && call.Method.DeclaringType.FullName == "System.Threading.WaitHandle";

    internal static bool IsCancellation(LoopExit exit) =>
        exit.Operands.Any(o => CallOf(o) is { Method.Name: "get_IsCancellationRequested" });

    private static Call? CallOf(Value value) => ValueWalk.Awaited(value) is CallValue { Call: { } call } ? call : null;
}
