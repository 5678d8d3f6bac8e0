using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Flow;

/// <summary>
/// Gives each way into a block that only tests what it is handed a copy of that block. Compilers turn
/// <c>if (a || b)</c> into one: where a held it is handed "true", and what b proves holds on the other way only.
/// </summary>
internal static class Threading
{
    /// <summary>Conditions of more parts are rare, and their copies many.</summary>
    private const int WayLimit = 8;

    /// <summary>Applies it to a graph that nobody else has seen yet.</summary>
    public static FlowGraph Apply(FlowGraph graph)
    {
        if (!graph.Nodes.Any(n => OnlyTests(n.Block)))
            return graph;
        var nodes = graph.Nodes.ToList();
        var order = graph.ReversePostOrder();
        var rank = new int[nodes.Count];
        for (var i = 0; i < order.Length; i++)
            rank[order[i]] = i;
        var ways = new WaysIn(nodes);
        foreach (var index in order)
            if (OnlyTests(nodes[index].Block))
                Copy(nodes[index], nodes, ways, rank);
        return graph with { Nodes = nodes };
    }

    private static bool OnlyTests(Block block)
    {
        if (block.Last is not { Operation: Operation.Branch, Inputs.Length: 1 })
            return false;
        for (var i = 0; i < block.Instructions.Count - 1; i++)
            if (block.Instructions[i] is not ({ Operation: Operation.Copy or Operation.Constant } or { Operation: Operation.Compare, Operator: BinaryOperator.Equal }))
                return false;
        return true;
    }

    private static void Copy(Node node, List<Node> nodes, WaysIn known, int[] rank)
    {
        var ways = known.To(node);
        // The head of a loop stays one: copies would take the loop apart.
        if (ways.Count is < 2 or > WayLimit || ways.Any(w => w.From.Successors[w.Edge].Kind is EdgeKind.Exceptional or EdgeKind.Resume || GoesBack(w.From, rank, node)))
            return;
        foreach (var (from, edge) in ways.Skip(1))
        {
            var copy = new Node(nodes.Count, node.Block);
            copy.Successors.AddRange(node.Successors);
            nodes.Add(copy);
            known.Add(copy);
            from.Successors[edge] = from.Successors[edge] with { Target = copy.Index };
        }
    }

    /// <summary>Whether an edge from the node goes back; copies come from nodes that were visited already.</summary>
    private static bool GoesBack(Node from, int[] rank, Node node) => from.Index < rank.Length && rank[from.Index] >= rank[node.Index];

    /// <summary>The edges into each node, kept as copies are made: to look for them each time takes the square of the nodes.</summary>
    private sealed class WaysIn
    {
        private readonly Dictionary<int, List<(Node From, int Edge)>> _ways = [];

        public WaysIn(List<Node> nodes) => nodes.ForEach(Add);

        public IReadOnlyList<(Node From, int Edge)> To(Node node) => _ways.GetValueOrDefault(node.Index, []);

        public void Add(Node from)
        {
            for (var i = 0; i < from.Successors.Count; i++)
            {
                var target = from.Successors[i].Target;
                if (!_ways.TryGetValue(target, out var ways))
                    _ways[target] = ways = [];
                ways.Add((from, i));
            }
        }
    }
}
