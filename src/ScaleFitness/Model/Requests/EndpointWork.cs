using ScaleFitness.Code.Folding;
using ScaleFitness.Model.EntryPoints;

namespace ScaleFitness.Model.Requests;

/// <summary>What one endpoint sets in motion.</summary>
/// <param name="Entry">The endpoint.</param>
/// <param name="Functions">Everything that it may run.</param>
/// <param name="IsRead">Whether clients call it to read: <c>GET</c>.</param>
/// <param name="Saves">Whether it may save changes of entities.</param>
public sealed record EndpointWork(EntryPoint Entry, IReadOnlySet<SourceFunction> Functions, bool IsRead, bool Saves);
