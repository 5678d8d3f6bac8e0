using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Locks;

/// <summary>Loops inside a critical section: what makes it longer the more there is.</summary>
internal static class SectionLoops
{
    private static readonly HashSet<string> Removals = ["Dequeue", "TryDequeue", "Pop", "TryPop", "RemoveFirst", "RemoveLast", "RemoveAt"];

    private static readonly HashSet<string> Looks = ["Peek", "TryPeek"];

    /// <summary>Whether the held part loops. Trimming from one end takes out what was once put in: over time it costs nothing.</summary>
    public static bool Any(CodeLoop? around, IReadOnlyList<Call> held, IEnumerable<LoopExit> exits) =>
        held.Select(c => c.Loop).Concat(exits.Select(e => (CodeLoop?)e.Loop)).OfType<CodeLoop>()
            .Where(l => around?.IsIn(l) != true)
            .DistinctBy(l => l.Id)
            .Any(loop => !IsTrimming(held.Where(c => c.Loop?.IsIn(loop) == true).ToList()));

    private static bool IsTrimming(List<Call> calls) =>
        calls.Any(c => Removals.Contains(c.Method.Name))
        && calls.All(c => Removals.Contains(c.Method.Name) || Looks.Contains(c.Method.Name) || c.Method.Name.StartsWith("get_", StringComparison.Ordinal) || c.Method.DeclaringType.Namespace == "System"
            || c.Method.Name == "Remove" && c.Method.DeclaringType.Namespace.StartsWith("System.Collections", StringComparison.Ordinal));
}
