namespace ScaleFitness.Model.Composition;

/// <summary>One registration of the container.</summary>
/// <param name="Order">Its position: of several for one service, the last answers.</param>
/// <param name="Service">What is asked for.</param>
/// <param name="Implementation">What is made; null where a factory or an instance knows.</param>
/// <param name="Factory">The factory, or null.</param>
/// <param name="Instance">The type of the object that was handed over, or null.</param>
/// <param name="Lifetime">How long it lives.</param>
/// <param name="IsKeyed">Whether it is asked for with a key.</param>
/// <param name="Key">The key as text, an enum's as its number; null where there is none, or it has no text of its own.</param>
public sealed record ComposedService(int Order, HostType Service, HostType? Implementation, HostMethod? Factory, HostType? Instance, Lifetime Lifetime, bool IsKeyed, string? Key)
{
    /// <summary>What a factory makes, where the container knows; otherwise null.</summary>
    public HostType? Made { get; init; }

    /// <summary>Whether it goes around the other registrations of its service.</summary>
    public bool IsDecorator { get; init; }
}
