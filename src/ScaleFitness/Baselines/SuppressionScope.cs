using ScaleFitness.Findings;

namespace ScaleFitness.Baselines;

/// <summary>Which findings an attribute in the code covers.</summary>
internal static class SuppressionScope
{
    /// <param name="suppression">The attribute.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="onlyAssembly">The assembly of findings that do not name theirs: the only one analysed, or null.</param>
    public static bool Covers(Suppression suppression, Finding finding, string? onlyAssembly) =>
        RuleOf(suppression) == finding.Rule.Id
        && CoversMember(suppression.Scope, finding.Where.Member, finding.Where.Assembly ?? onlyAssembly);

    /// <summary>The rule's id: <c>SF2001:unbounded query</c> is as good as <c>SF2001</c>, by the convention of code analysis.</summary>
    public static string RuleOf(Suppression suppression) => suppression.Rule.Split(':')[0].Trim();

    private static bool CoversMember(string scope, string member, string? assembly)
    {
        if (scope == member)
            return true;
        if (scope.Length < 2 || scope[1] != ':' || member.Length < 2)
            return false;
        var (name, inner) = (scope[2..], member[2..]);
        return scope[0] switch
        {
            'A' => name == assembly,
            // The dot: T:Shop.Order covers Shop.Order.Total and the nested Shop.Order.Line, not Shop.OrderList.
            'T' => inner == name || inner.StartsWith(name + ".", StringComparison.Ordinal),
            'P' => IsAccessor(name, inner, "get_") || IsAccessor(name, inner, "set_"),
            'E' => IsAccessor(name, inner, "add_") || IsAccessor(name, inner, "remove_"),
            _ => false,
        };
    }

    private static bool IsAccessor(string property, string method, string prefix)
    {
        var bare = WithoutParameters(property);
        var dot = bare.LastIndexOf('.');
        return WithoutParameters(method) == bare[..(dot + 1)] + prefix + bare[(dot + 1)..];
    }

    private static string WithoutParameters(string name) => name.Split('(')[0];
}
