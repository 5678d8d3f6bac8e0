namespace ScaleFitness.Model.Composition;

/// <summary>A type as the running app names it.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Metadata name, nested types as <c>Outer+Inner</c>, arrays with <c>[]</c>, a type's own parameters as <c>!0</c>.</param>
/// <param name="Assembly">Simple name of its assembly.</param>
/// <param name="Arguments">Type arguments; empty for an open type.</param>
public sealed record HostType(string Namespace, string Name, string Assembly, IReadOnlyList<HostType> Arguments)
{
    /// <summary>Namespace and name, without type arguments.</summary>
    public string FullName => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";
}

/// <summary>A method as the running app names it.</summary>
/// <param name="Type">The type that declares it.</param>
/// <param name="Name">Metadata name.</param>
/// <param name="Token">Metadata token, which tells overloads apart.</param>
public sealed record HostMethod(HostType Type, string Name, int Token);
