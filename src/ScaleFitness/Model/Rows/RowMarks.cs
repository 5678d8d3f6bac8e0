using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Rows;

/// <summary>The values that were seen to be rows or to hold them.</summary>
internal sealed class RowMarks
{
    private readonly HashSet<Call> _calls = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<(Call, int)> _outs = [];
    private readonly HashSet<(SourceFunction, int)> _arguments = [];

    /// <summary>Marks what a call returns; whether that is new.</summary>
    public bool Add(Call call) => _calls.Add(call);

    /// <summary>Marks what a call leaves in an argument; whether that is new.</summary>
    public bool Add(Call call, int argument) => _outs.Add((call, argument));

    /// <summary>Marks what a function is given, -1 for <c>this</c>; whether that is new.</summary>
    public bool Add(SourceFunction function, int argument) => _arguments.Add((function, argument));

    /// <summary>Whether a value may be a row, hold rows, or be the task of them.</summary>
    public bool Carries(Value value) => ValueWalk.Within(value, PartsOf).Any(IsMarked);

    private bool IsMarked(Value value) => value switch
    {
        CallValue made => _calls.Contains(made.Call),
        ArgumentValue argument => _arguments.Contains((argument.Function, argument.Position)),
        OutValue left => _outs.Contains((left.Call, left.Argument)),
        _ => false,
    };

    private static IEnumerable<Value> PartsOf(Value value) => value switch
    {
        AwaitValue awaited => [awaited.Task],
        ComputedValue { Operation: "element" } element => element.Operands.Take(1),
        ArrayValue array => array.Elements,
        _ => [],
    };
}
