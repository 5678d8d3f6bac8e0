using ScaleFitness.Code.Flow;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Values;

/// <summary>What a handler of a <c>try</c> does.</summary>
public enum RegionKind
{
    /// <summary>Catches a type.</summary>
    Catch,

    /// <summary>Catches what a condition lets through.</summary>
    Filter,

    /// <summary>Runs on every way out: <c>finally</c>, <c>using</c>, <c>lock</c>, <c>foreach</c>.</summary>
    Finally,
}

/// <summary>A block that a handler protects. A handler with an await in it runs behind its block: the compiler moves it there.</summary>
/// <param name="Kind">What the handler does.</param>
/// <param name="Catches">The type that it catches, or null.</param>
/// <param name="First">Order of the block's first instruction.</param>
/// <param name="Last">Order of its last one.</param>
/// <param name="HandlerFirst">Order of the handler's first instruction.</param>
/// <param name="HandlerLast">Order of its last one.</param>
public sealed record CodeRegion(RegionKind Kind, TypeRef? Catches, int First, int Last, int HandlerFirst, int HandlerLast)
{
    /// <summary>Whether the statement stands in the protected block.</summary>
    public bool Protects(int order) => order >= First && order <= Last;

    /// <summary>Whether the statement stands in the handler.</summary>
    public bool Handles(int order) => order >= HandlerFirst && order <= HandlerLast;
}

/// <summary>Reads the author's protected regions out of a body; the one that an async method has around everything is the compiler's.</summary>
internal static class CodeRegions
{
    public static IReadOnlyList<CodeRegion> Of(LoweredBody body)
    {
        if (body.Raw.Handlers.Length == 0)
            return [];
        var instructions = body.Blocks.SelectMany(b => b.Instructions).OrderBy(i => i.Index).ToList();
        return [.. body.Raw.Handlers.Where(h => !IsMachines(h, body.Raw)).Select(h => Region(h, body.Raw, instructions)).OfType<CodeRegion>()];
    }

    private static CodeRegion? Region(RawHandler handler, RawBody raw, List<Instruction> instructions)
    {
        var (first, last) = Bounds(handler.TryStart, handler.TryEnd, raw, instructions);
        var (handlerFirst, handlerLast) = Bounds(handler.FilterStart >= 0 ? handler.FilterStart : handler.HandlerStart, handler.HandlerEnd, raw, instructions);
        if (first < 0)
            return null;
        var kind = handler.Kind switch
        {
            HandlerKind.Catch => RegionKind.Catch,
            HandlerKind.Filter => RegionKind.Filter,
            _ => RegionKind.Finally,
        };
        return new(kind, handler.CatchType, first, last, handlerFirst, handlerLast);
    }

    private static (int First, int Last) Bounds(int start, int end, RawBody raw, List<Instruction> instructions)
    {
        var from = raw.Code[start].Offset;
        var to = end < raw.Code.Length ? raw.Code[end].Offset : int.MaxValue;
        var inside = instructions.Where(i => i.Offset >= from && i.Offset < to).Select(i => i.Index).ToList();
        return inside.Count == 0 ? (-1, -2) : (inside[0], inside[^1]);
    }

    private static bool IsMachines(RawHandler handler, RawBody raw)
    {
        for (var i = handler.HandlerStart; i < handler.HandlerEnd && i < raw.Code.Length; i++)
            if (raw.Code[i].Operand is MethodRef { Name: "SetException" } method && method.DeclaringType.Name.Contains("MethodBuilder", StringComparison.Ordinal))
                return true;
        return false;
    }
}
