using ScaleFitness.Code.Flow;

namespace ScaleFitness.Code.Values;

/// <summary>
/// The fixpoint: a worklist in reverse post-order over the flow graph, with states on edges, refined by the condition.
/// The worklist is small and generic in spirit: what an instruction does is <see cref="Transfer"/>'s, what a condition
/// proves is <see cref="Refinement"/>'s.
/// </summary>
internal sealed class ValueFlow(FlowGraph graph, int[] order, DefinitionTable definitions, Transfer transfer, Refinement refinement)
{
    /// <summary>A node is visited at most once for each alternative its variables can gain; real methods need a few rounds.</summary>
    private const int RoundLimit = 200;

    /// <summary>
    /// Instructions applied and variables joined. No body of the runtime's and ASP.NET Core's assemblies takes three
    /// million; what takes more than these, some seconds, no person wrote. Counted, not timed: the same method is given up
    /// on everywhere or nowhere.
    /// </summary>
    private const long StepLimit = 50_000_000;

    private readonly FlowState?[] _entry = new FlowState?[graph.Nodes.Count];
    private readonly int[] _rank = new int[graph.Nodes.Count];
    private readonly bool[] _dirty = new bool[order.Length];
    private long _steps;

    /// <summary>Runs to the fixpoint.</summary>
    /// <exception cref="AnalysisLimitException">There was none within the limit.</exception>
    public void Run(FlowState initial)
    {
        for (var i = 0; i < order.Length; i++)
            _rank[order[i]] = i;
        _entry[order[0]] = initial;
        _dirty[0] = true;
        var rounds = 0;
        var low = 0;
        while (low < _dirty.Length)
        {
            if (!_dirty[low])
            {
                low++;
                continue;
            }

            if (++rounds > RoundLimit * order.Length)
                throw new AnalysisLimitException($"its values reach no fixpoint within {RoundLimit} rounds");
            _dirty[low] = false;
            low = Math.Min(low + 1, Visit(order[low]));
        }
    }

    /// <summary>Applies a node, hands its state to the successors and marks those whose entry changed; returns the first of them.</summary>
    private int Visit(int index)
    {
        var node = graph.Nodes[index];
        var before = _entry[index]!;
        _steps += node.Block.Instructions.Count + ((long)before.Variables.Length * (1 + node.Successors.Count));
        if (_steps > StepLimit)
            throw new AnalysisLimitException($"its values take more than {StepLimit / 1_000_000} million steps");
        // Half of all bodies are a single block: nobody needs its entry again.
        var after = graph.Nodes.Count == 1 && node.Successors.Count == 0 ? before : before.Clone();
        transfer.Apply(node.Block, after);
        var first = int.MaxValue;
        for (var i = 0; i < node.Successors.Count; i++)
        {
            var edge = node.Successors[i];
            var state = edge.Kind switch
            {
                EdgeKind.Exceptional => MayThrow(before, after),
                EdgeKind.Resume => transfer.Resumed(after),
                _ => refinement.Refine(node.Block, edge, after, transfer),
            };
            var isShared = ReferenceEquals(state, after) && i < node.Successors.Count - 1;
            if (state is null || !Merge(edge.Target, state, isShared))
                continue;
            _dirty[_rank[edge.Target]] = true;
            first = Math.Min(first, _rank[edge.Target]);
        }

        return first;
    }

    /// <summary>An exception may leave a block at any instruction: with what held before it, or what it assigned.</summary>
    private FlowState MayThrow(FlowState before, FlowState after)
    {
        var state = before.Clone();
        state.Join(after, definitions);
        return state;
    }

    private bool Merge(int target, FlowState state, bool shared)
    {
        if (_entry[target] is { } entry)
            return entry.Join(state, definitions);
        _entry[target] = shared ? state.Clone() : state;
        return true;
    }
}
