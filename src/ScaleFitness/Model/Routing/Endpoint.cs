using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.EntryPoints;

namespace ScaleFitness.Model.Routing;

/// <summary>What clients can call: an action, a mapped handler, a page, a hub or a gRPC service.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">How people name it: <c>POST /orders</c>, <c>OrdersController.List</c>.</param>
/// <param name="Function">The function it stands in: the action itself, or what maps it.</param>
/// <param name="Position">Where it stands; null: at the function's first statement.</param>
/// <param name="Handlers">What it runs.</param>
/// <param name="Limit">Whether its requests are limited.</param>
/// <param name="IsOperational">Whether it serves those who run the app: health, metrics, API descriptions.</param>
public sealed record Endpoint(
    EntryPointKind Kind,
    string Name,
    SourceFunction Function,
    SourcePosition? Position,
    IReadOnlyList<SourceFunction> Handlers,
    Limit Limit,
    bool IsOperational)
{
    /// <summary>What identifies it from one build to the next, composed or not.</summary>
    public string Subject { get; init; } = Name;

    /// <summary>What the composed host says of it; null where only code is known.</summary>
    public ComposedEndpoint? Composed { get; init; }
}
