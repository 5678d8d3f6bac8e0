using ScaleFitness.Findings.Picture;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Analysis;

/// <summary>The graph of the container as the report draws it: the app's own services, and libraries' where something captive is.</summary>
internal static class ContainerPicture
{
    public static AppPicture Of(AppPicture picture, ContainerGraph graph)
    {
        var captive = graph.Edges.Where(e => e.IsCaptive).SelectMany(e => new[] { e.Consumer, e.Dependency }).ToHashSet(ReferenceEqualityComparer.Instance);
        var ids = new Dictionary<int, string>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in graph.Nodes.Where(n => n.IsOwn || captive.Contains(n)))
            ids[node.Id] = Unique(NameOf(node), taken);
        return picture with
        {
            Services = [.. graph.Nodes.Where(n => ids.ContainsKey(n.Id)).Select(n => new PicturedService(ids[n.Id], Short(n), LaneOf(n.Lifetime)))],
            Dependencies = [.. graph.Edges.Where(e => ids.ContainsKey(e.Consumer.Id) && ids.ContainsKey(e.Dependency.Id)).Select(e => new PicturedDependency(ids[e.Consumer.Id], ids[e.Dependency.Id], Words(e.How), e.IsCaptive))],
        };
    }

    private static string NameOf(ContainerNode node) => node.Made == node.Service ? node.Made.DisplayName : $"{node.Made.DisplayName} as {node.Service.DisplayName}";

    private static string Short(ContainerNode node) => node.Made.DisplayName;

    private static string Unique(string name, HashSet<string> taken)
    {
        var unique = name;
        for (var i = 2; !taken.Add(unique); i++)
            unique = $"{name} ({i})";
        return unique;
    }

    private static Lane LaneOf(Lifetime lifetime) => lifetime switch { Lifetime.Singleton => Lane.Singleton, Lifetime.Scoped => Lane.Scoped, _ => Lane.Transient };

    private static string Words(DependencyKind how) => how switch
    {
        DependencyKind.Constructor => "constructor",
        DependencyKind.Keyed => "by key",
        DependencyKind.Enumerable => "with all its like",
        DependencyKind.OpenGeneric => "open generic",
        DependencyKind.Factory => "factory",
        DependencyKind.Options => "options",
        _ => "typed HTTP client",
    };
}
