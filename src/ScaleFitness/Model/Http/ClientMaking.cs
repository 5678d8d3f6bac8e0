using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Http;

/// <summary>A client that code makes itself, without the factory.</summary>
/// <param name="Call">What makes it.</param>
/// <param name="Name">What people call it: <c>HttpClient</c>, <c>RestClient</c>, <c>gRPC channel</c>.</param>
/// <param name="Pools">What makes the connections that it uses: itself, or the handlers that it is given. Empty where they are another client's, or cannot be told.</param>
/// <param name="Handler">The handler that it is given, or null.</param>
public sealed record ClientMaking(Call Call, string Name, IReadOnlyList<Call> Pools, Value? Handler);
