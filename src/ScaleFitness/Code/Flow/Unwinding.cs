using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Flow;

/// <summary>Which finally handler an exception is running, if any: one more than its index, or zero.</summary>
internal sealed class Unwinding(LoweredBody body)
{
    /// <summary>Whether the body has such handlers at all.</summary>
    public static bool Occurs(LoweredBody body) => body.Raw.Handlers.Any(h => h.Kind is HandlerKind.Finally or HandlerKind.Fault);

    /// <summary>What runs once an edge has been taken, or null where an exception does not take that edge: it goes on up the stack.</summary>
    public int? After(Edge edge, Block target, int current)
    {
        var handlers = body.Raw.Handlers;
        if (edge.Kind == EdgeKind.Exceptional)
        {
            for (var i = 0; i < handlers.Length; i++)
                if (handlers[i].HandlerStart == target.Start && handlers[i].Kind is HandlerKind.Finally or HandlerKind.Fault)
                    return i + 1;
            return 0;
        }

        if (current == 0)
            return 0;
        var running = handlers[current - 1];
        return target.Start >= running.HandlerStart && target.Start < running.HandlerEnd ? current : null;
    }
}
