using ScaleFitness.Code.Flow;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Values;

/// <summary>
/// How control may get from one statement of a function to another. Statements are named by the order of their calls,
/// awaits and writes (<see cref="Call.Order"/>, <see cref="AwaitValue.Order"/>, <see cref="FieldWrite.Order"/>). An
/// await is straight on; what a handler does after an exception is reached by exceptions only.
/// </summary>
public sealed class ControlPaths
{
    private readonly FlowGraph _graph;
    private readonly Dictionary<int, List<(int Node, int At)>> _places = [];

    private readonly HashSet<int> _finallyStarts;

    private ControlPaths(FlowGraph graph, RawHandler[] handlers, IReadOnlyList<CodeRegion> regions)
    {
        _graph = graph;
        _finallyStarts = [.. handlers.Where(h => h.Kind is HandlerKind.Finally or HandlerKind.Fault).Select(h => h.HandlerStart)];
        Regions = regions;
        foreach (var node in graph.Nodes)
            for (var i = 0; i < node.Block.Instructions.Count; i++)
            {
                var order = node.Block.Instructions[i].Index;
                if (!_places.TryGetValue(order, out var places))
                    _places[order] = places = [];
                places.Add((node.Index, i));
            }
    }

    /// <summary>The author's <c>try</c> blocks with their handlers, innermost first.</summary>
    public IReadOnlyList<CodeRegion> Regions { get; }

    internal static ControlPaths Of(SourceFunction function, FoldedProgram folded)
    {
        try
        {
            var (body, graph) = BodyAnalysis.Flow(function, folded);
            return new(graph, body.Raw.Handlers, CodeRegions.Of(body));
        }
        catch (Exception e) when (e is AnalysisLimitException or BadImageFormatException or IndexOutOfRangeException or NullReferenceException or ArgumentException or KeyNotFoundException or InvalidOperationException)
        {
            // The function's body says that it was not analysed, and why; of its paths nothing is known.
            return new(new([], new HashSet<int>()), [], []);
        }
    }

    /// <summary>The protected blocks and handlers around a statement, innermost first.</summary>
    public IEnumerable<CodeRegion> RegionsAround(int order) => Regions.Where(r => r.Protects(order) || r.Handles(order));

    /// <summary>Whether control can get from one statement to another.</summary>
    /// <param name="from">Where it starts, just behind that statement.</param>
    /// <param name="to">Where it should get to; the same statement again counts only by way of a loop.</param>
    /// <param name="without">Statements that end a way, such as a commit or a release; null: none.</param>
    /// <param name="throwing">Whether ways by an exception count.</param>
    public bool Leads(int from, int to, Func<int, bool>? without = null, bool throwing = false) =>
        Walk(from, without, throwing, order => order == to) is Ending.Found;

    /// <summary>Whether control can get from a statement to the function's end without passing certain others: a resource that is not released.</summary>
    /// <param name="from">Where it starts, just behind that statement.</param>
    /// <param name="without">Statements that end a way.</param>
    /// <param name="throwing">Whether leaving by an exception that nothing here catches counts as an end as well.</param>
    public bool Escapes(int from, Func<int, bool> without, bool throwing = false) =>
        Walk(from, without, throwing, _ => false) is Ending.Left;

    /// <summary>Whether every way from the function's start to a statement passes another one first.</summary>
    public bool IsAlwaysAfter(int order, int first) => order != first && IsAlwaysAfter(order, o => o == first);

    /// <summary>Whether every way from the function's start to a statement passes one of several others first.</summary>
    public bool IsAlwaysAfter(int order, Func<int, bool> firsts) =>
        _graph.Nodes.Count > 0 && _places.ContainsKey(order) && !Reaches([(0, 0)], firsts, true, o => o == order, out _);

    /// <summary>Whether control can get from the function's start to its end without passing a statement, and without an exception.</summary>
    public bool IsAvoidable(int order)
    {
        if (_graph.Nodes.Count == 0 || !_places.ContainsKey(order))
            return false;
        Reaches([(0, 0)], o => o == order, false, _ => false, out var left);
        return left;
    }

    /// <summary>Whether the function looks at a field on a way to a statement: the first half of a double check.</summary>
    public bool LooksAt(FieldDefinition field, int before)
    {
        foreach (var node in _graph.Nodes)
            foreach (var instruction in node.Block.Instructions)
                if (instruction.Operation is Operation.LoadField or Operation.FieldAddress && instruction.Operand is FieldRef read
                    && read.Name == field.Name && ReferenceEquals(read.Definition ?? field, field) && Leads(instruction.Index, before))
                    return true;
        return false;
    }

    private Ending Walk(int from, Func<int, bool>? without, bool throwing, Func<int, bool> target)
    {
        if (!_places.TryGetValue(from, out var starts))
            return Ending.None;
        var found = Reaches(starts.Select(s => (s.Node, s.At + 1)), without, throwing, target, out var left);
        return found ? Ending.Found : left ? Ending.Left : Ending.None;
    }

    private bool Reaches(IEnumerable<(int Node, int At)> starts, Func<int, bool>? without, bool throwing, Func<int, bool> target, out bool left)
    {
        left = false;
        var seen = new HashSet<int>();
        var pending = new Stack<(int Node, int At)>(starts);
        while (pending.TryPop(out var place))
        {
            var node = _graph.Nodes[place.Node];
            var (stopped, throws) = (false, false);
            for (var i = place.At; i < node.Block.Instructions.Count && !stopped; i++)
            {
                var order = node.Block.Instructions[i].Index;
                if (target(order))
                    return true;
                stopped = without?.Invoke(order) == true;
                // What ends the way has done so even if it throws.
                throws |= !stopped && MayThrow(node.Block.Instructions[i]);
            }

            var (goesOn, isCaught, unwinds) = (false, false, false);
            foreach (var edge in node.Successors)
            {
                var isThrown = edge.Kind == EdgeKind.Exceptional;
                // Handlers come innermost first, and none further out is reached past a finally.
                if (isThrown && unwinds)
                    continue;
                goesOn |= !isThrown;
                isCaught |= isThrown;
                unwinds |= isThrown && _finallyStarts.Contains(_graph.Nodes[edge.Target].Block.Start);
                if ((isThrown ? throwing && throws : !stopped) && seen.Add(edge.Target))
                    pending.Push((edge.Target, 0));
            }

            left |= throwing && throws && !isCaught || !stopped && !goesOn && node.Block.Last?.Operation != Operation.Throw;
        }

        return false;
    }

    /// <summary><c>ConfigureAwait</c> only wraps: what <c>await using (x.ConfigureAwait(false))</c> guards is guarded from the start.</summary>
    private static bool MayThrow(Instruction instruction) =>
        instruction.Operation is Operation.New or Operation.Throw || instruction.Operation == Operation.Call && instruction.Operand is not MethodRef { Name: "ConfigureAwait", DeclaringType.Namespace: "System.Threading.Tasks" };

    private enum Ending
    {
        None,
        Found,
        Left,
    }
}
