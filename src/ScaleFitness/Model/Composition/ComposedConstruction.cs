namespace ScaleFitness.Model.Composition;

/// <summary>How the container makes objects of a registered type.</summary>
/// <param name="Type">The type; open where it is registered so.</param>
/// <param name="Constructor">The constructor that the container chooses: of those that it can feed, the one with the most parameters.</param>
/// <param name="Parameters">What it takes, in order.</param>
public sealed record ComposedConstruction(HostType Type, HostMethod Constructor, IReadOnlyList<ComposedParameter> Parameters)
{
    /// <summary>Whether the container disposes of what it makes.</summary>
    public bool IsDisposable { get; init; }
}

/// <summary>What a constructor takes.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Type">What is asked for.</param>
/// <param name="IsKeyed">Whether it is asked for with a key.</param>
/// <param name="Key">The key as text; null where there is none, or it has no text of its own.</param>
/// <param name="HasDefault">Whether it may stay away.</param>
/// <param name="IsMissing">Whether the container said that it has none. What depends on type arguments is not asked.</param>
public sealed record ComposedParameter(string Name, HostType Type, bool IsKeyed, string? Key, bool HasDefault, bool IsMissing);
