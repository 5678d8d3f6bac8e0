using ScaleFitness.Findings;

namespace ScaleFitness.Reports.Content;

/// <summary>How a part of the app stands. A part is a namespace, named without what all namespaces of the app have in common.</summary>
/// <param name="Name">The part.</param>
/// <param name="State"><c>blocked</c> by a failing BLOCKER, <c>of concern</c> with any other failing finding, else <c>ready</c>.</param>
/// <param name="Findings">Its findings.</param>
internal sealed record ComponentReadiness(string Name, string State, IReadOnlyList<NumberedFinding> Findings)
{
    private static readonly string[] States = ["blocked", "of concern", "ready"];

    public static IReadOnlyList<ComponentReadiness> Of(IReadOnlyList<string> namespaces, IReadOnlyList<NumberedFinding> findings)
    {
        // Places in files and assemblies are of no component.
        var members = findings.Where(f => f.IsAboutTheApp && f.Finding.Where.Member is [_, ':', ..] && !f.Finding.Where.Member.StartsWith("A:", StringComparison.Ordinal));
        var byNamespace = members.ToLookup(f => NamespaceOf(f.Finding.Where, namespaces));
        var all = namespaces.Union(byNamespace.Select(g => g.Key)).Order(StringComparer.Ordinal).ToList();
        var common = CommonSegments(all.Where(n => n.Length > 0).ToList());
        return all.Select(n => new ComponentReadiness(NameOf(n, common), StateOf([.. byNamespace[n]]), [.. byNamespace[n]]))
            .OrderBy(c => Array.IndexOf(States, c.State))
            .ThenBy(c => c.Name, StringComparer.Ordinal)
            .ToList();
    }

    private static string StateOf(IReadOnlyList<NumberedFinding> findings) =>
        findings.Any(f => f.Fails && f.Finding.Severity == Severity.Blocker) ? States[0]
        : findings.Any(f => f.Fails) ? States[1]
        : States[2];

    // Which dot of a member's name begins the type only the app's namespaces tell.
    private static string NamespaceOf(Place where, IReadOnlyList<string> namespaces)
    {
        var name = where.Member[2..];
        return namespaces.Where(n => n.Length > 0 && name.StartsWith(n + ".", StringComparison.Ordinal)).MaxBy(n => n.Length) ?? "";
    }

    private static int CommonSegments(List<string> namespaces)
    {
        if (namespaces.Count == 0)
            return 0;
        var split = namespaces.Select(n => n.Split('.')).ToList();
        var common = 0;
        while (split.All(s => s.Length > common && s[common] == split[0][common]))
            common++;
        return common;
    }

    private static string NameOf(string name, int common)
    {
        if (name.Length == 0)
            return "(no namespace)";
        var segments = name.Split('.');
        return segments.Length > common ? string.Join('.', segments[common..]) : segments[^1];
    }
}
