using ScaleFitness.Code.Flow;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Values;

/// <summary>Analyses one function: lowers it, builds its flow graph, finds loops, runs the values to their fixpoint.</summary>
internal static class BodyAnalysis
{
    public static FunctionBody Run(SourceFunction function, FoldedProgram folded, Func<SourceFunction, FunctionBody> bodyOf)
    {
        try
        {
            return Analyse(function, folded, bodyOf);
        }
        catch (AnalysisLimitException e)
        {
            return new() { Function = function, NotAnalysed = e.Message };
        }
        catch (BadImageFormatException e)
        {
            return new() { Function = function, NotAnalysed = "its compiled code is damaged: " + e.Message };
        }
        catch (Exception e) when (e is IndexOutOfRangeException or NullReferenceException or ArgumentException or KeyNotFoundException or InvalidOperationException)
        {
            // Code that no compiler wrote can contradict itself in more ways than are looked for; one method less is no reason to lose the rest.
            return new() { Function = function, NotAnalysed = $"its compiled code is damaged, or the engine is ({e.GetType().Name} in {e.TargetSite?.Name})" };
        }
    }

    private static FunctionBody Analyse(SourceFunction function, FoldedProgram folded, Func<SourceFunction, FunctionBody> bodyOf)
    {
        var (body, graph) = Flow(function, folded);
        var order = graph.ReversePostOrder();
        var definitions = new DefinitionTable(body.InstructionCount);
        var recording = new Recording(body);
        var entries = new VariableEntries(function, body, folded, definitions);
        var transfer = new Transfer(body, definitions, entries, recording);
        new ValueFlow(graph, order, definitions, transfer, new(body, definitions, recording)).Run(entries.Initial);
        var loops = new LoopIndex(graph, LoopForest.Find(graph, order), body);
        return new BodyBuilder(function, folded, body, graph, definitions, recording, loops, bodyOf).Build();
    }

    /// <summary>The function without an evaluation stack, and its control flow as the author wrote it.</summary>
    /// <exception cref="AnalysisLimitException">The function is larger than any that people write.</exception>
    public static (LoweredBody Body, FlowGraph Graph) Flow(SourceFunction function, FoldedProgram folded)
    {
        var method = function.BodyMethod;
        var machineType = function.MachineKind == MachineKind.None ? null : method.DeclaringType;
        if (function.Kind == FunctionKind.Part)
            machineType = method.DeclaringType;
        var fields = new FieldVariables(folded.Program, machineType, folded.Closures.Contains);
        var body = Lowering.Lower(method, fields);
        var machine = function.MachineKind == MachineKind.None ? StateMachine.None : new(function.MachineKind, StateVariable(body, function));
        if (machine.StateVariable < 0)
            machine = StateMachine.None;
        var graph = FlowGraphBuilder.Build(body, machine);
        return (body, graph);
    }

    /// <summary>The state: the first integer field of the machine that its body reads and that is no argument. An async method without an await reads none.</summary>
    private static int StateVariable(LoweredBody body, SourceFunction function)
    {
        foreach (var block in body.Blocks)
            foreach (var instruction in block.Instructions)
                if (instruction.Operation == Operation.Copy && instruction.Inputs[0] < body.PersistentCount)
                    foreach (var (field, variable) in body.FieldVariables)
                        if (variable == instruction.Inputs[0] && field.Type.Is("System.Int32") && !function.ArgumentFields.ContainsKey(field))
                            return variable;
        return -1;
    }
}
