namespace ScaleFitness.Code.Flow;

/// <summary>A loop of the author: a strongly connected component of the flow graph, nested ones inside.</summary>
/// <param name="Index">Position in the forest; outer loops come before inner ones.</param>
/// <param name="Parent">The loop around it, or null.</param>
/// <param name="Header">The node that control enters it by.</param>
/// <param name="Nodes">Its nodes.</param>
internal sealed record FlowLoop(int Index, FlowLoop? Parent, int Header, IReadOnlySet<int> Nodes)
{
    /// <summary>One for an outermost loop.</summary>
    public int Depth => Parent is null ? 1 : Parent.Depth + 1;
}

/// <summary>
/// The loops of a graph, found by components: remove a component's header, and the components that remain are nested.
/// A handler counts as reached from where its protected region is entered, not from every statement in it: what a retry
/// loop does before it returns runs once, although a failure would run it again.
/// </summary>
internal sealed class LoopForest
{
    /// <summary>Deeper nests occur in no code people write.</summary>
    private const int DepthLimit = 32;

    private readonly FlowLoop?[] _innermost;
    private readonly List<FlowLoop> _loops = [];

    private LoopForest(int nodes) => _innermost = new FlowLoop?[nodes];

    /// <summary>All loops.</summary>
    public IReadOnlyList<FlowLoop> Loops => _loops;

    /// <summary>The innermost loop of a node, or null.</summary>
    public FlowLoop? Of(int node) => _innermost[node];

    public static LoopForest Find(FlowGraph graph, int[] reversePostOrder)
    {
        var forest = new LoopForest(graph.Nodes.Count);
        if (!HasBackEdge(graph, reversePostOrder))
            return forest;
        var rank = new int[graph.Nodes.Count];
        for (var i = 0; i < reversePostOrder.Length; i++)
            rank[reversePostOrder[i]] = i;
        forest.Search(Successors(graph), rank, reversePostOrder, null, 0);
        return forest;
    }

    private static bool HasBackEdge(FlowGraph graph, int[] order)
    {
        var rank = new int[graph.Nodes.Count];
        for (var i = 0; i < order.Length; i++)
            rank[order[i]] = i;
        foreach (var node in order)
            foreach (var edge in graph.Nodes[node].Successors)
                if (rank[edge.Target] <= rank[node])
                    return true;
        return false;
    }

    private static int[][] Successors(FlowGraph graph)
    {
        var successors = new int[graph.Nodes.Count][];
        foreach (var node in graph.Nodes)
        {
            var targets = new List<int>();
            foreach (var edge in node.Successors)
                if (edge.Kind != EdgeKind.Exceptional)
                {
                    targets.Add(edge.Target);
                    AddHandlersEntered(graph, node, graph.Nodes[edge.Target], targets);
                }

            successors[node.Index] = [.. targets];
        }

        return successors;
    }

    /// <summary>The handlers of the regions that control enters on its way from one node to the next.</summary>
    private static void AddHandlersEntered(FlowGraph graph, Node from, Node to, List<int> targets)
    {
        foreach (var edge in to.Successors)
            if (edge.Kind == EdgeKind.Exceptional && !from.Successors.Any(e => e.Kind == EdgeKind.Exceptional && graph.Nodes[e.Target].Block == graph.Nodes[edge.Target].Block))
                targets.Add(edge.Target);
    }

    private void Search(int[][] successors, int[] rank, IReadOnlyCollection<int> nodes, FlowLoop? parent, int depth)
    {
        if (depth >= DepthLimit)
            return;
        var within = nodes.ToHashSet();
        foreach (var component in StronglyConnected.Components(nodes, n => successors[n].Where(within.Contains)))
        {
            if (component.Count == 1 && !successors[component[0]].Contains(component[0]))
                continue;
            var header = component.MinBy(n => rank[n]);
            var loop = new FlowLoop(_loops.Count, parent, header, component.ToHashSet());
            _loops.Add(loop);
            foreach (var node in component)
                _innermost[node] = loop;
            Search(successors, rank, [.. component.Where(n => n != header)], loop, depth + 1);
        }
    }
}
