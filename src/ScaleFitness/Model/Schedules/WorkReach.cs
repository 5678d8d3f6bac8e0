using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Model.EntryPoints;

namespace ScaleFitness.Model.Schedules;

/// <summary>What a service or job runs. In a base that several share, its own overrides: not those of its siblings.</summary>
internal sealed class WorkReach(CodeModel code, CallGraph graph)
{
    /// <summary>The search that last came by each function: services are many, and each is searched from.</summary>
    private readonly int[] _lastSearch = new int[code.Folded.FunctionCount];
    private int _searches;

    /// <summary>Everything that the entries run, nearest first.</summary>
    public IReadOnlyList<SourceFunction> Of(TypeDefinition? type, IEnumerable<SourceFunction> entries)
    {
        var family = FamilyOf(type);
        var search = ++_searches;
        var reached = new List<SourceFunction>();
        foreach (var entry in entries)
            Add(entry);
        for (var i = 0; i < reached.Count; i++)
            foreach (var target in graph.TargetsOf(reached[i]))
                if (_lastSearch[target.Index] != search && !IsSiblings(reached[i], target, family))
                    Add(target);
        return reached;

        void Add(SourceFunction function)
        {
            if (_lastSearch[function.Index] == search)
                return;
            _lastSearch[function.Index] = search;
            reached.Add(function);
        }
    }

    /// <summary>What one of the functions that the type runs may run, of several.</summary>
    public IEnumerable<SourceFunction> Own(TypeDefinition type, SourceFunction from, IEnumerable<SourceFunction> targets)
    {
        var family = FamilyOf(type);
        return targets.Where(t => !IsSiblings(from, t, family));
    }

    private HashSet<TypeDefinition> FamilyOf(TypeDefinition? type) =>
        type is null ? [] : [.. code.Program.SelfAndBases(type.Reference).Select(code.Program.Find).OfType<TypeDefinition>().Where(t => !t.IsExternal && !t.IsInterface)];

    private bool IsSiblings(SourceFunction from, SourceFunction to, HashSet<TypeDefinition> family)
    {
        var caller = from.Owner.Definition.DeclaringType;
        var target = to.Owner.Definition.DeclaringType;
        return family.Contains(caller) && !family.Contains(target) && target != caller && code.Program.Derives(target.Reference, caller.Reference.FullName);
    }
}
