using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Connections;

/// <summary>A connection string that is made anew of what the request brings: each different one has a pool of its own.</summary>
/// <param name="Site">The call that puts the varying piece into it.</param>
/// <param name="What">What varies, in words: <c>the user</c>, <c>a header</c>.</param>
/// <param name="IsTenant">Whether it varies by the tenant only.</param>
public sealed record VaryingString(Call Site, string What, bool IsTenant);
