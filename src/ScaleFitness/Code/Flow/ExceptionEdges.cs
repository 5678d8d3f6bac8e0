using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Flow;

/// <summary>Adds the edges that exceptions and <c>finally</c> make: into handlers, and through every <c>finally</c> on the way of a leave.</summary>
internal static class ExceptionEdges
{
    public static void Add(Block[] blocks, RawHandler[] handlers)
    {
        if (handlers.Length == 0)
            return;
        var starts = blocks.ToDictionary(b => b.Start, b => b.Index);
        // Listed first: the edges that routing adds to the ends of handlers lead where they should already.
        var leaves = blocks.SelectMany(b => b.Successors.Select((edge, i) => (Block: b, Index: i, Edge: edge))).Where(l => l.Edge.Kind == EdgeKind.Leave).ToList();
        foreach (var (block, index, edge) in leaves)
            block.Successors[index] = Route(block, edge, blocks, handlers, starts);
        foreach (var handler in handlers)
            AddExceptional(blocks, handler, starts);
    }

    /// <summary>Sends a leave through the finally handlers between it and its target, innermost first.</summary>
    private static Edge Route(Block from, Edge edge, Block[] blocks, RawHandler[] handlers, Dictionary<int, int> starts)
    {
        var target = blocks[edge.Target].Start;
        RawHandler? previous = null;
        var first = edge;
        foreach (var handler in handlers)
        {
            if (handler.Kind != HandlerKind.Finally || !Contains(handler, from.Start) || Contains(handler, target))
                continue;
            var entry = new Edge(starts[handler.HandlerStart], EdgeKind.Leave);
            if (previous is { } inner)
                LinkEnds(inner, entry, blocks);
            else
                first = entry;
            previous = handler;
        }

        if (previous is { } outer)
            LinkEnds(outer, edge, blocks);
        return first;
    }

    private static void LinkEnds(RawHandler handler, Edge edge, Block[] blocks)
    {
        foreach (var block in blocks)
            if (block.IsReached && block.Start >= handler.HandlerStart && block.Start < handler.HandlerEnd
                && block.Successors.All(e => e.Kind == EdgeKind.Leave) && EndsFinally(block) && !block.Successors.Contains(edge))
                block.Successors.Add(edge);
    }

    /// <summary>The only instructions without a trace in the lowered body are those that end a handler.</summary>
    private static bool EndsFinally(Block block) =>
        block.Last?.Operation is not (Operation.Return or Operation.Throw or Operation.Branch or Operation.Switch);

    private static bool Contains(RawHandler handler, int position) => position >= handler.TryStart && position < handler.TryEnd;

    private static void AddExceptional(Block[] blocks, RawHandler handler, Dictionary<int, int> starts)
    {
        var entry = starts[handler.FilterStart >= 0 ? handler.FilterStart : handler.HandlerStart];
        var edge = new Edge(entry, EdgeKind.Exceptional);
        foreach (var block in blocks)
            if (block.IsReached && Contains(handler, block.Start) && !block.Successors.Contains(edge))
                block.Successors.Add(edge);
        if (handler.FilterStart < 0)
            return;
        foreach (var block in blocks)
            if (block.IsReached && block.Start >= handler.FilterStart && block.Start < handler.HandlerStart && block.Successors.Count == 0)
                block.Successors.Add(new(starts[handler.HandlerStart], EdgeKind.Next));
    }
}
