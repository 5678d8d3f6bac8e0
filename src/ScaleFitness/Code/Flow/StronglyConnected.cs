namespace ScaleFitness.Code.Flow;

/// <summary>Tarjan's algorithm, without recursion: components come out callees first (reverse topological order).</summary>
internal static class StronglyConnected
{
    /// <summary>The components of the graph over <paramref name="nodes"/>.</summary>
    /// <param name="nodes">Nodes, in the order that decides ties.</param>
    /// <param name="successors">Edges.</param>
    public static List<List<T>> Components<T>(IEnumerable<T> nodes, Func<T, IEnumerable<T>> successors)
        where T : notnull
    {
        var index = new Dictionary<T, int>();
        var low = new Dictionary<T, int>();
        var onStack = new HashSet<T>();
        var stack = new Stack<T>();
        var result = new List<List<T>>();
        foreach (var root in nodes)
            if (!index.ContainsKey(root))
                Visit(root);
        return result;

        void Visit(T root)
        {
            var work = new Stack<(T Node, IEnumerator<T> Edges)>();
            Open(root, work);
            while (work.TryPeek(out var top))
            {
                if (top.Edges.MoveNext())
                {
                    var target = top.Edges.Current;
                    if (!index.TryGetValue(target, out var seen))
                        Open(target, work);
                    else if (onStack.Contains(target))
                        low[top.Node] = Math.Min(low[top.Node], seen);
                    continue;
                }

                work.Pop();
                if (work.TryPeek(out var parent))
                    low[parent.Node] = Math.Min(low[parent.Node], low[top.Node]);
                if (low[top.Node] == index[top.Node])
                    Close(top.Node);
            }
        }

        void Open(T node, Stack<(T, IEnumerator<T>)> work)
        {
            index[node] = low[node] = index.Count;
            stack.Push(node);
            onStack.Add(node);
            work.Push((node, successors(node).GetEnumerator()));
        }

        void Close(T root)
        {
            var component = new List<T>();
            T node;
            do
            {
                node = stack.Pop();
                onStack.Remove(node);
                component.Add(node);
            }
            while (!EqualityComparer<T>.Default.Equals(node, root));

            component.Reverse();
            result.Add(component);
        }
    }
}
