using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Loops;

/// <summary>What fills a collection that a function makes.</summary>
internal sealed class CollectionFill(CodeModel code, LoopReader loops)
{
    /// <summary>The sequences it is filled from, null for single elements; none where nothing is seen being put in.</summary>
    public IEnumerable<(Value? Sequence, Call By)> Of(NewValue made)
    {
        foreach (var argument in made.Call.Arguments)
            if (IsSequence(argument))
                yield return (argument, made.Call);
        foreach (var call in code.BodyOf(made.Function).Calls)
            // How a collection expression is compiled: as many as are written there, or as its parts have.
            if (call is { Method: { Name: "SetCount", DeclaringType.FullName: "System.Runtime.InteropServices.CollectionsMarshal" }, Arguments: [var list, var count] } && ValueWalk.Origins(list).Contains(made))
                yield return (ValueWalk.Constant(count) is null ? count : null, call);
            else if (call.Receiver is { } receiver && ValueWalk.Origins(receiver).Contains(made))
                switch (call.Method.Name)
                {
                    case "AddRange" or "InsertRange" or "UnionWith" or "PushRange" when call.Arguments.Count > 0:
                        yield return (call.Arguments[^1], call);
                        break;
                    case "Add" or "Enqueue" or "Push" or "Insert" or "TryAdd" or "AddLast" or "AddFirst" or "set_Item":
                        yield return (Around(call, made), call);
                        break;
                }
    }

    /// <summary>The loops of a function that go over elements.</summary>
    public IEnumerable<SourceLoop> Loops(SourceFunction function) => loops.In(function).Where(l => l.IsPerElement && l.Sequence is not null);

    /// <summary>The sequence of the loop that the element is put in by, where the collection was made outside it.</summary>
    private Value? Around(Call call, NewValue made)
    {
        for (var loop = call.Loop; loop is not null && made.Call.Loop?.IsIn(loop) != true; loop = loop.Parent)
            if (loops.Of(call.Function, loop) is { IsPerElement: true, Sequence: { } sequence })
                return sequence;
        return null;
    }

    private static bool IsSequence(Value value) =>
        value.Type is { } type && (type.Kind == Code.Metadata.TypeKind.Array || type.Namespace.StartsWith("System.Collections", StringComparison.Ordinal) && !type.Name.Contains("Comparer", StringComparison.Ordinal)
            || type.FullName is "System.ReadOnlySpan`1" or "System.Span`1");
}
