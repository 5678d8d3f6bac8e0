namespace ScaleFitness.Code.Flow;

/// <summary>
/// Builds the product of block and known state. A constant stored to the state, or to a local that caches it, changes
/// what is known; a condition on either takes only the edge that holds; a return while suspended goes on at the entry.
/// An await is straight on: the edge into its suspension is left out, so that its result is just a value. A finally
/// that an exception runs is a copy of its own, which does not go on behind the try: what held before the exception
/// must not be taken for what holds after.
/// </summary>
internal sealed class FlowGraphBuilder
{
    /// <summary>More nodes than this occur in no real method; the caller reports the method as not analysed.</summary>
    private const int NodeLimit = 50_000;

    private static readonly HashSet<int> NoChecks = [];

    private readonly LoweredBody _body;
    private readonly StateMachine _machine;
    private readonly AwaitPattern _awaits;
    private readonly KnownStates _states;
    private readonly Unwinding _unwinding;
    private readonly Dictionary<(int Block, StateKey State, int Unwinding), int> _indices = [];
    private readonly List<Node> _nodes = [];
    private readonly Queue<(Node Node, StateKey State, int Unwinding)> _pending = new();

    private FlowGraphBuilder(LoweredBody body, StateMachine machine)
    {
        _body = body;
        _machine = machine;
        _awaits = new(body);
        _states = new(body, machine);
        _unwinding = new(body);
    }

    /// <summary>Builds the graph.</summary>
    /// <exception cref="AnalysisLimitException">The product grew past its limit.</exception>
    public static FlowGraph Build(LoweredBody body, StateMachine machine) =>
        Threading.Apply(machine.Kind == MachineKind.None && !Unwinding.Occurs(body) ? Plain(body) : new FlowGraphBuilder(body, machine).Product());

    private static FlowGraph Plain(LoweredBody body)
    {
        var nodes = new List<Node>();
        var indices = new int[body.Blocks.Length];
        foreach (var block in body.Blocks)
        {
            indices[block.Index] = nodes.Count;
            if (block.IsReached)
                nodes.Add(new(nodes.Count, block));
        }

        foreach (var node in nodes)
            foreach (var edge in node.Block.Successors)
                node.Successors.Add(edge with { Target = indices[edge.Target] });
        return new(nodes, NoChecks);
    }

    private FlowGraph Product()
    {
        NodeFor(_body.Blocks[0], _states.Initial, 0);
        while (_pending.TryDequeue(out var item))
            Expand(item.Node, item.State, item.Unwinding);
        return new(_nodes, _awaits.Checks);
    }

    private void Expand(Node node, StateKey before, int unwinding)
    {
        TakenEdge? taken = null;
        StateKey? thrown = before;
        var after = _machine.Kind == MachineKind.None ? before : _states.After(node.Block, before, out thrown, out taken);
        if (node.Block.Last?.Operation == Operation.Return && after.State is { } left && StateMachine.IsSuspended(left))
            node.Successors.Add(new(NodeFor(_body.Blocks[0], KnownStates.Resume(left), 0), EdgeKind.Resume));

        for (var i = 0; i < node.Block.Successors.Count; i++)
        {
            var edge = node.Block.Successors[i];
            var target = _body.Blocks[edge.Target];
            if (taken is { } only && !only.Allows(edge))
                continue;
            if (_machine.Kind != MachineKind.None && edge.Kind is EdgeKind.True or EdgeKind.False && _awaits.IsSuspension(node.Block, edge))
                continue;
            if (_unwinding.After(edge, target, unwinding) is { } next && (edge.Kind == EdgeKind.Exceptional ? thrown : after) is { } state)
                node.Successors.Add(edge with { Target = NodeFor(target, state, next) });
        }
    }

    private int NodeFor(Block block, StateKey state, int unwinding)
    {
        if (_indices.TryGetValue((block.Index, state, unwinding), out var index))
            return index;
        if (_nodes.Count >= NodeLimit)
            throw new AnalysisLimitException($"its control flow has more than {NodeLimit} blocks and states");
        index = _indices[(block.Index, state, unwinding)] = _nodes.Count;
        var node = new Node(index, block);
        _nodes.Add(node);
        _pending.Enqueue((node, state, unwinding));
        return index;
    }
}
