using ScaleFitness.Code.Flow;

namespace ScaleFitness.Code.Values;

/// <summary>
/// The fixpoint: a worklist in reverse post-order over the flow graph, with states on edges, refined by the condition.
/// The worklist is small and generic in spirit: what an instruction does is <see cref="Transfer"/>'s, what a condition
/// proves is <see cref="Refinement"/>'s.
/// </summary>
internal sealed class ValueFlow(FlowGraph graph, int[] order, Transfer transfer, Refinement refinement)
{
    /// <summary>A node is visited at most once for each alternative its variables can gain; real methods need a few rounds.</summary>
    private const int RoundLimit = 200;

    private readonly FlowState?[] _entry = new FlowState?[graph.Nodes.Count];

    /// <summary>Runs to the fixpoint.</summary>
    /// <exception cref="AnalysisLimitException">There was none within the limit.</exception>
    public void Run(FlowState initial)
    {
        var rank = new int[graph.Nodes.Count];
        for (var i = 0; i < order.Length; i++)
            rank[order[i]] = i;
        var dirty = new bool[order.Length];
        _entry[order[0]] = initial;
        dirty[0] = true;
        var rounds = 0;
        var low = 0;
        while (low < dirty.Length)
        {
            if (!dirty[low])
            {
                low++;
                continue;
            }

            if (++rounds > RoundLimit * order.Length)
                throw new AnalysisLimitException($"its values reach no fixpoint within {RoundLimit} rounds");
            dirty[low] = false;
            var next = low + 1;
            foreach (var target in Visit(order[low]))
            {
                dirty[rank[target]] = true;
                next = Math.Min(next, rank[target]);
            }

            low = next;
        }
    }

    /// <summary>Applies a node and hands its state to the successors; those whose entry changed are returned.</summary>
    private List<int> Visit(int index)
    {
        var node = graph.Nodes[index];
        var before = _entry[index]!;
        var after = before.Clone();
        transfer.Apply(node.Block, after);
        var changed = new List<int>();
        foreach (var edge in node.Successors)
        {
            var state = edge.Kind switch
            {
                EdgeKind.Exceptional => MayThrow(before, after),
                EdgeKind.Resume => transfer.Resumed(after),
                _ => refinement.Refine(node.Block, edge, after),
            };
            if (state is not null && Merge(edge.Target, state, shared: ReferenceEquals(state, after)))
                changed.Add(edge.Target);
        }

        return changed;
    }

    /// <summary>An exception may leave a block at any instruction: with what held before it, or what it assigned.</summary>
    private static FlowState MayThrow(FlowState before, FlowState after)
    {
        var state = before.Clone();
        state.Join(after);
        return state;
    }

    private bool Merge(int target, FlowState state, bool shared)
    {
        if (_entry[target] is { } entry)
            return entry.Join(state);
        _entry[target] = shared ? state.Clone() : state;
        return true;
    }
}
