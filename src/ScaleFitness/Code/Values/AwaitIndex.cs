using ScaleFitness.Code.Flow;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Values;

/// <summary>
/// Which calls are the plumbing of an await, and what each await awaits. A <c>GetResult</c> outside the pattern stays a
/// call: that is sync over async.
/// </summary>
internal sealed class AwaitIndex
{
    private static readonly HashSet<int> NoAwaiters = [];

    private const string RuntimeAsync = "System.Runtime.CompilerServices.AsyncHelpers";

    // Most bodies await nothing and keep neither.
    private Dictionary<int, ValueSet>? _tasks;
    private HashSet<int>? _plumbing;

    public AwaitIndex(LoweredBody body, FlowGraph graph, DefinitionTable definitions, Recording recording, bool isMachine)
    {
        var awaiters = graph.AwaitedChecks.Count == 0 && !AwaitsAwaiters(body) ? NoAwaiters : AwaitersOf(body, graph, definitions, recording);
        foreach (var block in body.Blocks)
            foreach (var instruction in block.Instructions)
                if (instruction is { Operation: Operation.Call, Operand: MethodRef method })
                    Classify(instruction, method, awaiters, definitions, recording, isMachine);
    }

    /// <summary>What the call awaits, or null where it is no await.</summary>
    public ValueSet? TaskOf(Instruction instruction) => _tasks?.GetValueOrDefault(instruction.Index);

    public bool IsPlumbing(Instruction instruction) => _plumbing is not null && _plumbing.Contains(instruction.Index);

    private HashSet<int> AwaitersOf(LoweredBody body, FlowGraph graph, DefinitionTable definitions, Recording recording)
    {
        var awaiters = new HashSet<int>();
        foreach (var block in body.Blocks)
            foreach (var instruction in block.Instructions)
                if (graph.AwaitedChecks.Contains(instruction.Index) || IsAwaiterAwait(instruction))
                {
                    MarkPlumbing(instruction);
                    foreach (var id in recording.InputOf(instruction, 0).Ids)
                        awaiters.Add(id);
                }

        foreach (var id in awaiters)
            if (definitions[id].Instruction is { } getAwaiter)
                MarkPlumbing(getAwaiter);
        return awaiters;
    }

    /// <summary>Runtime async awaits what is no task by its awaiter; the check before it and the result after it are the same await.</summary>
    private static bool AwaitsAwaiters(LoweredBody body)
    {
        foreach (var block in body.Blocks)
            foreach (var instruction in block.Instructions)
                if (IsAwaiterAwait(instruction))
                    return true;
        return false;
    }

    private static bool IsAwaiterAwait(Instruction instruction) =>
        instruction is { Operation: Operation.Call, Operand: MethodRef { Name: "AwaitAwaiter" or "UnsafeAwaitAwaiter" } method, Inputs.Length: > 0 } && method.DeclaringType.FullName == RuntimeAsync;

    private void MarkPlumbing(Instruction instruction) => (_plumbing ??= []).Add(instruction.Index);

    private void MarkAwait(Instruction instruction, ValueSet task)
    {
        MarkPlumbing(instruction);
        (_tasks ??= [])[instruction.Index] = task;
    }

    private void Classify(Instruction instruction, MethodRef method, HashSet<int> awaiters, DefinitionTable definitions, Recording recording, bool isMachine)
    {
        if (IsPlumbing(instruction))
            return;
        if (method.DeclaringType.FullName == RuntimeAsync)
        {
            if (instruction.Inputs.Length > 0)
                MarkAwait(instruction, recording.InputOf(instruction, 0));
            else
                MarkPlumbing(instruction);
        }
        else if (method.Name == "GetResult" && instruction.Inputs.Length > 0)
        {
            var receiver = recording.InputOf(instruction, 0);
            var task = ValueSet.Empty;
            foreach (var id in receiver.Ids)
                if (awaiters.Contains(id) && definitions[id].Instruction is { } getAwaiter)
                    task = ValueSet.Join(task, recording.InputOf(getAwaiter, 0));
            if (!task.IsEmpty)
                MarkAwait(instruction, task);
        }
        else if (method.Name == "get_IsCompleted" && instruction.Inputs.Length > 0 && awaiters.Count > 0 && recording.InputOf(instruction, 0) is { Single: >= 0 } checkedOn && awaiters.Contains(checkedOn.Single))
            MarkPlumbing(instruction);
        else if (isMachine && IsMachinery(method.DeclaringType.Name))
            MarkPlumbing(instruction);
    }

    private static bool IsMachinery(string type) =>
        type.Contains("MethodBuilder", StringComparison.Ordinal) || type.StartsWith("ManualResetValueTaskSourceCore", StringComparison.Ordinal);
}
