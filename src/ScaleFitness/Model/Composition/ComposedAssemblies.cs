using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Model.Composition;

/// <summary>The assemblies of the code that a composed app is made of: its own and what it references. Of others (a second program beside it) its host says nothing.</summary>
internal static class ComposedAssemblies
{
    public static IReadOnlySet<string> Of(CompiledProgram program, string app)
    {
        var byName = program.Assemblies.ToDictionary(a => a.Name, StringComparer.Ordinal);
        var result = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string>([app]);
        while (pending.TryPop(out var name))
            if (byName.TryGetValue(name, out var assembly) && result.Add(name))
                foreach (var reference in assembly.References)
                    pending.Push(reference);
        // Modules may be loaded by name: what has no program of its own belongs to the one that was composed.
        result.UnionWith(program.Assemblies.Where(a => a.Main is null && !program.Assemblies.Any(o => o.Main is not null && !result.Contains(o.Name) && o.References.Contains(a.Name))).Select(a => a.Name));
        return result;
    }
}
