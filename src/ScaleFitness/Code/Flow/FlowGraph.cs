namespace ScaleFitness.Code.Flow;

/// <summary>A block in a known state of its machine.</summary>
/// <param name="Index">Position in the graph, in the order of discovery.</param>
/// <param name="Block">The block.</param>
internal sealed record Node(int Index, Block Block)
{
    /// <summary>Where control goes next.</summary>
    public List<Edge> Successors { get; } = [];
}

/// <summary>Control flow of the author's method: the product of blocks and known states. For a plain body, one node a block.</summary>
/// <param name="Nodes">Nodes; the first is the entry.</param>
/// <param name="AwaitedChecks">Indices of the <c>IsCompleted</c> calls that belong to an await.</param>
internal sealed record FlowGraph(IReadOnlyList<Node> Nodes, IReadOnlySet<int> AwaitedChecks)
{
    /// <summary>Node indices in reverse post-order from the entry.</summary>
    public int[] ReversePostOrder()
    {
        var order = new int[Nodes.Count];
        var next = Nodes.Count;
        var seen = new bool[Nodes.Count];
        var stack = new Stack<(int Node, int Edge)>();
        stack.Push((0, 0));
        seen[0] = true;
        while (stack.TryPop(out var top))
        {
            var successors = Nodes[top.Node].Successors;
            if (top.Edge == successors.Count)
            {
                order[--next] = top.Node;
                continue;
            }

            stack.Push((top.Node, top.Edge + 1));
            var target = successors[top.Edge].Target;
            if (!seen[target])
            {
                seen[target] = true;
                stack.Push((target, 0));
            }
        }

        return order[next..];
    }
}
