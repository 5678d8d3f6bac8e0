using System.Collections.Immutable;

namespace ScaleFitness.Code.Metadata;

/// <summary>One attribute as written in the source.</summary>
/// <param name="Type">The attribute's class.</param>
/// <param name="Arguments">Constructor arguments: constants, <see cref="TypeRef"/>s, or arrays of them.</param>
/// <param name="Named">Named arguments.</param>
public sealed record AttributeData(TypeRef Type, ImmutableArray<object?> Arguments, ImmutableDictionary<string, object?> Named)
{
    /// <summary>A named argument as text, or null.</summary>
    public string? Text(string name) => Named.TryGetValue(name, out var value) ? value as string : null;
}
