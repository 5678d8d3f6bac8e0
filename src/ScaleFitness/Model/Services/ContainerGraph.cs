using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Model.Services;

/// <summary>
/// Who takes what: the app's registrations and middleware, what they are made with, and through libraries' transient
/// services as far as those go. Of a composed host it is what the container would do; without one, what code shows.
/// </summary>
/// <param name="Nodes">The app's own first, in the container's order; then the libraries' that they take.</param>
/// <param name="Edges">In the order of the consumers and of what they take.</param>
public sealed record ContainerGraph(IReadOnlyList<ContainerNode> Nodes, IReadOnlyList<ContainerEdge> Edges)
{
    internal static ContainerGraph Read(CodeModel code, ServiceGraph services, IEnumerable<(TypeDefinition Type, Call Call)> middleware) =>
        new ContainerGraphReader(code, services).Read(middleware);
}

/// <summary>An object, or a sort of object, of the container.</summary>
/// <param name="Id">Its position among the nodes.</param>
/// <param name="Service">What is asked for; middleware's own type.</param>
/// <param name="Lifetime">How long it lives; middleware as long as the process.</param>
/// <param name="Registration">The registration; null for middleware.</param>
/// <param name="IsOwn">Whether it is the app's, not a library's.</param>
public sealed record ContainerNode(int Id, TypeRef Service, Lifetime Lifetime, ServiceRegistration? Registration, bool IsOwn)
{
    /// <summary>What is made, where it is known; otherwise what is asked for.</summary>
    public TypeRef Made => Registration?.Made ?? Service;
}

/// <summary>One object is made with another.</summary>
/// <param name="Consumer">Who takes it.</param>
/// <param name="Dependency">What is taken.</param>
/// <param name="How">How it is taken.</param>
/// <param name="IsCaptive">Whether something of one request is kept for as long as the process by it: the scoped service itself, or the transient one that holds it.</param>
public sealed record ContainerEdge(ContainerNode Consumer, ContainerNode Dependency, DependencyKind How, bool IsCaptive);

/// <summary>How an object comes to another.</summary>
public enum DependencyKind
{
    /// <summary>As a parameter of its constructor.</summary>
    Constructor,

    /// <summary>With a key.</summary>
    Keyed,

    /// <summary>With all others of its service.</summary>
    Enumerable,

    /// <summary>As a closed form of an open registration.</summary>
    OpenGeneric,

    /// <summary>A factory asks for it.</summary>
    Factory,

    /// <summary>As options.</summary>
    Options,

    /// <summary>As a typed HTTP client.</summary>
    TypedClient,
}
