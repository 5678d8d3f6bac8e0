using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Model.EntryPoints;

namespace ScaleFitness.Model.Schedules;

/// <summary>What a service or job runs. In a base that several share, its own overrides: not those of its siblings.</summary>
internal sealed class WorkReach(CompiledProgram program, CallGraph graph)
{
    public IReadOnlyList<SourceFunction> Of(TypeDefinition? type, IEnumerable<SourceFunction> entries)
    {
        var family = FamilyOf(type);
        return [.. Reachability.From(entries, f => graph.From(f).Where(e => !IsSiblings(f, e.Target, family)).Select(e => (e.Target, e.Position))).Functions];
    }

    /// <summary>What one of the functions that the type runs may run, of several.</summary>
    public IEnumerable<SourceFunction> Own(TypeDefinition type, SourceFunction from, IEnumerable<SourceFunction> targets)
    {
        var family = FamilyOf(type);
        return targets.Where(t => !IsSiblings(from, t, family));
    }

    private HashSet<TypeDefinition> FamilyOf(TypeDefinition? type) =>
        type is null ? [] : [.. program.SelfAndBases(type.Reference).Select(program.Find).OfType<TypeDefinition>().Where(t => !t.IsExternal && !t.IsInterface)];

    private bool IsSiblings(SourceFunction from, SourceFunction to, HashSet<TypeDefinition> family)
    {
        var caller = from.Owner.Definition.DeclaringType;
        var target = to.Owner.Definition.DeclaringType;
        return family.Contains(caller) && !family.Contains(target) && target != caller && program.Derives(target.Reference, caller.Reference.FullName);
    }
}
