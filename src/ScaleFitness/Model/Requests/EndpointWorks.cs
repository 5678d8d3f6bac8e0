using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Model.EntryPoints;

namespace ScaleFitness.Model.Requests;

/// <summary>What each endpoint sets in motion, and who sets a function in motion.</summary>
public sealed class EndpointWorks
{
    private static readonly string[] Reading = ["Microsoft.AspNetCore.Mvc.HttpGetAttribute", "Microsoft.AspNetCore.Mvc.HttpHeadAttribute"];

    private readonly Dictionary<SourceFunction, List<EndpointWork>> _byFunction = [];

    internal EndpointWorks(CallIndex index, CallGraph graph, IReadOnlyList<EntryPoint> entryPoints)
    {
        var saving = index.Mentioning(n => n is "SaveChanges" or "SaveChangesAsync").ToHashSet();
        All = [.. entryPoints.Where(e => e.IsEndpoint).DistinctBy(e => e.Function).Select(e => Of(e, graph, saving))];
        foreach (var work in All)
            foreach (var function in work.Functions)
            {
                if (!_byFunction.TryGetValue(function, out var list))
                    _byFunction[function] = list = [];
                list.Add(work);
            }
    }

    /// <summary>All endpoints, in the order of the entry points.</summary>
    public IReadOnlyList<EndpointWork> All { get; }

    /// <summary>The endpoints that may run a function.</summary>
    public IReadOnlyList<EndpointWork> Running(SourceFunction function) => _byFunction.GetValueOrDefault(function, []);

    private static EndpointWork Of(EntryPoint entry, CallGraph graph, HashSet<SourceFunction> saving)
    {
        var functions = Reachability.From([entry.Function], f => graph.From(f).Select(e => (e.Target, e.Position))).Functions.ToHashSet();
        return new(entry, functions, IsRead(entry), functions.Overlaps(saving));
    }

    private static bool IsRead(EntryPoint entry) => entry.Kind switch
    {
        EntryPointKind.MinimalApi => entry.Description.StartsWith("GET ", StringComparison.Ordinal),
        EntryPointKind.ControllerAction => entry.Function.Method.Attributes.Any(a => Reading.Contains(a.Type.FullName)),
        EntryPointKind.RazorPage => entry.Function.Method.Name.StartsWith("OnGet", StringComparison.Ordinal),
        _ => false,
    };
}
