using ScaleFitness.Code.Flow;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Values;

/// <summary>Which loop of the author each instruction lies in.</summary>
internal sealed class LoopIndex
{
    private readonly FlowLoop?[] _ofInstruction;
    private readonly CodeLoop[] _loops;

    public LoopIndex(FlowGraph graph, LoopForest forest, LoweredBody body)
    {
        _ofInstruction = new FlowLoop?[forest.Loops.Count > 0 ? body.InstructionCount : 0];
        foreach (var node in graph.Nodes)
            if (forest.Of(node.Index) is { } loop)
                foreach (var instruction in node.Block.Instructions)
                    if (_ofInstruction[instruction.Index] is not { } known || known.Depth < loop.Depth)
                        _ofInstruction[instruction.Index] = loop;
        _loops = new CodeLoop[forest.Loops.Count];
        foreach (var loop in forest.Loops)
            _loops[loop.Index] = new(loop.Index, loop.Parent is { } parent ? _loops[parent.Index] : null, Head(graph, loop, body.Raw));
        Exits = forest.Loops.Count == 0 ? [] : [.. FindExits(graph, forest).DistinctBy(e => (e.Loop.Id, e.Branch.Index)).OrderBy(e => e.Branch.Index)];
    }

    /// <summary>Branches with one way out of a loop and one that stays in it.</summary>
    public IReadOnlyList<LoopBranch> Exits { get; }

    private IEnumerable<LoopBranch> FindExits(FlowGraph graph, LoopForest forest)
    {
        foreach (var node in graph.Nodes)
            if (node.Block.Last is { Operation: Operation.Branch } branch)
                for (var loop = forest.Of(node.Index); loop is not null; loop = loop.Parent)
                {
                    var staying = node.Successors.Where(e => e.Kind is EdgeKind.True or EdgeKind.False && loop.Nodes.Contains(e.Target)).ToList();
                    if (staying is [var only] && node.Successors.Any(e => e.Kind is EdgeKind.True or EdgeKind.False && e.Kind != only.Kind))
                        yield return new(_loops[loop.Index], branch, only.Kind == EdgeKind.True);
                }
    }

    public CodeLoop? Of(Instruction instruction) => _loops.Length > 0 && _ofInstruction[instruction.Index] is { } loop ? _loops[loop.Index] : null;

    /// <summary>The first statement of the loop, in source order.</summary>
    private static SourcePosition? Head(FlowGraph graph, FlowLoop loop, RawBody raw) =>
        loop.Nodes
            .SelectMany(n => graph.Nodes[n].Block.Instructions)
            .Select(i => Positions.At(raw, i.Offset))
            .OfType<SourcePosition>()
            .OrderBy(p => p.Line).ThenBy(p => p.Column)
            .FirstOrDefault();
}

/// <summary>A branch that may end a loop.</summary>
/// <param name="Loop">The loop.</param>
/// <param name="Branch">The branch.</param>
/// <param name="StaysWhenTaken">Whether the jump stays in the loop.</param>
internal readonly record struct LoopBranch(CodeLoop Loop, Instruction Branch, bool StaysWhenTaken);

/// <summary>Finds the statement of a compiled offset.</summary>
internal static class Positions
{
    /// <summary>The last visible sequence point at or before the offset.</summary>
    public static SourcePosition? At(RawBody body, int offset)
    {
        var points = body.Points;
        int low = 0, high = points.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            if (points[middle].Offset <= offset)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return points.Length == 0 ? null : Of(body, points[Math.Max(high, 0)]);
    }

    /// <summary>The first visible statement; an opening brace, which only a Debug build marks, is none.</summary>
    public static SourcePosition? First(RawBody body)
    {
        if (body.Points.Length == 0)
            return null;
        var first = body.Points[0];
        var isBrace = first.Line == first.EndLine && first.EndColumn - first.Column == 1 && body.Points.Length > 1;
        return Of(body, isBrace ? body.Points[1] : first);
    }

    private static SourcePosition Of(RawBody body, RawPoint point) =>
        new(body.Documents[point.Document], point.Line, point.Column, point.EndLine, point.EndColumn);
}
