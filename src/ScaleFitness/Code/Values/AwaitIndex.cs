using ScaleFitness.Code.Flow;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Values;

/// <summary>
/// Which calls are the plumbing of an await, and what each await awaits. A <c>GetResult</c> outside the pattern stays a
/// call: that is sync over async.
/// </summary>
internal sealed class AwaitIndex
{
    private const string RuntimeAsync = "System.Runtime.CompilerServices.AsyncHelpers";

    private readonly Dictionary<int, ValueSet> _tasks = [];
    private readonly HashSet<int> _plumbing = [];

    public AwaitIndex(LoweredBody body, FlowGraph graph, DefinitionTable definitions, Recording recording, bool isMachine)
    {
        var awaiters = new HashSet<int>();
        foreach (var block in body.Blocks)
            foreach (var instruction in block.Instructions)
                if (graph.AwaitedChecks.Contains(instruction.Index))
                {
                    _plumbing.Add(instruction.Index);
                    foreach (var id in recording.InputOf(instruction, 0).Ids)
                        awaiters.Add(id);
                }

        foreach (var id in awaiters)
            if (definitions[id].Instruction is { } getAwaiter)
                _plumbing.Add(getAwaiter.Index);
        foreach (var block in body.Blocks)
            foreach (var instruction in block.Instructions)
                if (instruction is { Operation: Operation.Call, Operand: MethodRef method })
                    Classify(instruction, method, awaiters, definitions, recording, isMachine);
    }

    /// <summary>What the call awaits, or null where it is no await.</summary>
    public ValueSet? TaskOf(Instruction instruction) => _tasks.GetValueOrDefault(instruction.Index);

    public bool IsPlumbing(Instruction instruction) => _plumbing.Contains(instruction.Index);

    private void Classify(Instruction instruction, MethodRef method, HashSet<int> awaiters, DefinitionTable definitions, Recording recording, bool isMachine)
    {
        if (method.DeclaringType.FullName == RuntimeAsync)
        {
            _plumbing.Add(instruction.Index);
            if (instruction.Inputs.Length > 0)
                _tasks[instruction.Index] = recording.InputOf(instruction, 0);
        }
        else if (method.Name == "GetResult" && instruction.Inputs.Length > 0)
        {
            var receiver = recording.InputOf(instruction, 0);
            var task = ValueSet.Empty;
            foreach (var id in receiver.Ids)
                if (awaiters.Contains(id) && definitions[id].Instruction is { } getAwaiter)
                    task = ValueSet.Join(task, recording.InputOf(getAwaiter, 0));
            if (task.IsEmpty)
                return;
            _plumbing.Add(instruction.Index);
            _tasks[instruction.Index] = task;
        }
        else if (isMachine && IsMachinery(method.DeclaringType.Name))
            _plumbing.Add(instruction.Index);
    }

    private static bool IsMachinery(string type) =>
        type.Contains("MethodBuilder", StringComparison.Ordinal) || type.StartsWith("ManualResetValueTaskSourceCore", StringComparison.Ordinal);
}
