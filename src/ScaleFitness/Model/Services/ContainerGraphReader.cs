using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Model.Services;

/// <summary>Draws the graph of the container.</summary>
internal sealed class ContainerGraphReader(CodeModel code, ServiceGraph services)
{
    private readonly DependencyReader _dependencies = new(code, services.Constructions);
    private readonly List<ContainerNode> _nodes = [];
    private readonly Dictionary<ServiceRegistration, ContainerNode> _byRegistration = new(ReferenceEqualityComparer.Instance);
    private readonly List<(ContainerNode Consumer, IReadOnlyList<ContainerNode> Answers, Dependency Dependency)> _taken = [];

    public ContainerGraph Read(IEnumerable<(TypeDefinition Type, Call Call)> middleware)
    {
        foreach (var registration in services.Registrations)
            NodeOf(registration);
        var made = middleware.DistinctBy(m => m.Type).Select(m => (Node: Add(m.Type.Reference, Lifetime.Singleton, null, true), m.Type)).ToList();
        foreach (var (node, type) in made)
            Take(node, _dependencies.OfType(type.Reference));
        // Libraries' transient services join while this runs.
        for (var i = 0; i < _nodes.Count; i++)
            if (_nodes[i] is { Registration: { } registration } node && (node.IsOwn || node.Lifetime == Lifetime.Transient))
                Take(node, _dependencies.Of(registration, node.Service));
        var holders = Holders();
        var longLived = LongLived();
        return new(_nodes, [.. _taken.OrderBy(t => t.Consumer.Id).SelectMany(t => Edges(t, longLived.Contains(t.Consumer) && IsCaptive(t, holders)))]);
    }

    private static IEnumerable<ContainerEdge> Edges((ContainerNode Consumer, IReadOnlyList<ContainerNode> Answers, Dependency Dependency) taken, bool isCaptive) =>
        taken.Answers.Select(a => new ContainerEdge(taken.Consumer, a, HowOf(taken.Consumer, a, taken.Dependency), isCaptive && a.Lifetime != Lifetime.Singleton)).DistinctBy(e => (e.Dependency.Id, e.How));

    private void Take(ContainerNode node, IEnumerable<Dependency> dependencies)
    {
        foreach (var dependency in dependencies)
            if (services.Answering(dependency) is { Count: > 0 } answers)
                _taken.Add((node, [.. answers.Select(NodeOf)], dependency));
    }

    private ContainerNode NodeOf(ServiceRegistration registration)
    {
        if (!_byRegistration.TryGetValue(registration, out var node))
            _byRegistration[registration] = node = Add(registration.Service, registration.Lifetime, registration, IsOwn(registration));
        return node;
    }

    private ContainerNode Add(TypeRef service, Lifetime lifetime, ServiceRegistration? registration, bool isOwn)
    {
        var node = new ContainerNode(_nodes.Count, service, lifetime, registration, isOwn);
        _nodes.Add(node);
        return node;
    }

    /// <summary>What lives as long as the process: singletons, and the transient services that they are made with.</summary>
    private HashSet<ContainerNode> LongLived()
    {
        var result = new HashSet<ContainerNode>(_nodes.Where(n => n.Lifetime == Lifetime.Singleton), ReferenceEqualityComparer.Instance);
        while (_taken.Where(t => result.Contains(t.Consumer)).SelectMany(t => t.Answers).Where(a => a.Lifetime == Lifetime.Transient).Any(result.Add))
        {
        }

        return result;
    }

    /// <summary>Transient services that hold a scoped one.</summary>
    private HashSet<ContainerNode> Holders()
    {
        var result = new HashSet<ContainerNode>(ReferenceEqualityComparer.Instance);
        while (_taken.Any(t => t.Consumer.Lifetime == Lifetime.Transient && IsCaptive(t, result) && result.Add(t.Consumer)))
        {
        }

        return result;
    }

    /// <summary>Where code alone does not say which of several registrations answers, all of them must be captive.</summary>
    private static bool IsCaptive((ContainerNode Consumer, IReadOnlyList<ContainerNode> Answers, Dependency Dependency) taken, HashSet<ContainerNode> holders)
    {
        var captive = taken.Answers.Count(a => a.Lifetime == Lifetime.Scoped || holders.Contains(a));
        return captive > 0 && (taken.Dependency.IsMany || captive == taken.Answers.Count);
    }

    private static DependencyKind HowOf(ContainerNode consumer, ContainerNode dependency, Dependency how) =>
        how.Service.Namespace == "Microsoft.Extensions.Options" ? DependencyKind.Options
        : dependency.Registration?.Kind == RegistrationKind.HttpClient ? DependencyKind.TypedClient
        : how.IsKeyed ? DependencyKind.Keyed
        : how.IsMany ? DependencyKind.Enumerable
        : consumer.Registration?.Factory is not null ? DependencyKind.Factory
        : dependency.Service.Arguments.IsEmpty && !how.Service.Arguments.IsEmpty ? DependencyKind.OpenGeneric
        : DependencyKind.Constructor;

    private bool IsOwn(ServiceRegistration registration) =>
        registration.Call is not null || registration.Factory is not null || code.Program.Find(registration.Service) is { IsExternal: false } || code.Program.Find(registration.Implementation) is { IsExternal: false };
}
