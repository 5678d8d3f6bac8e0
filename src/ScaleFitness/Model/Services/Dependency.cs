using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Services;

/// <summary>Something that the container has to bring to make an object.</summary>
/// <param name="Service">What is asked for.</param>
/// <param name="IsMany">Whether every registration of it is brought.</param>
/// <param name="IsKeyed">Whether it is asked for with a key.</param>
/// <param name="Key">The key; null where it is no constant, or there is none.</param>
/// <param name="IsMade">Whether the type itself is made, registered or not: <c>ActivatorUtilities</c>.</param>
/// <param name="Taker">The constructor or factory that takes it; null for a library's.</param>
/// <param name="Position">The statement; null for a parameter.</param>
public sealed record Dependency(TypeRef Service, bool IsMany, bool IsKeyed, object? Key, bool IsMade, SourceFunction? Taker, SourcePosition? Position)
{
    /// <summary>What is asked for as a sequence is asked for many times over.</summary>
    internal static Dependency Of(TypeRef service, bool isKeyed, object? key, SourceFunction? taker, SourcePosition? position) =>
        service is { FullName: ServiceSymbols.Enumerable, SoleArgument: { } element }
            ? new(element, true, isKeyed, key, false, taker, position)
            : new(service, false, isKeyed, key, false, taker, position);
}
