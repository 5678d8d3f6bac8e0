using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Model.Routing;

/// <summary>Rate limiting by attribute: the framework's, and those of packages and of the app that say so in their name.</summary>
internal static class RateLimitAttributes
{
    private static readonly string[] Exemptions = ["Disable", "Skip", "Exempt", "Ignore", "Bypass", "NoRate", "NoThrottl", "Without"];

    /// <summary>Off wins over on, wherever each stands: so does the middleware decide.</summary>
    public static Limit Of(IEnumerable<AttributeData> attributes)
    {
        var limit = Limit.None;
        foreach (var attribute in attributes)
            if (attribute.Type.FullName == RoutingSymbols.DisableRateLimiting)
                return Limit.Disabled;
            else if (IsLimit(attribute.Type))
                limit = Limit.Limited;
        return limit;
    }

    /// <summary>Of a type and the bases it inherits attributes from.</summary>
    public static Limit Of(TypeDefinition type, CompiledProgram program) => Of(Attributes(type, program));

    /// <summary>Attributes of a type and of its base classes.</summary>
    public static IEnumerable<AttributeData> Attributes(TypeDefinition type, CompiledProgram program)
    {
        for (var current = type; current is not null; current = program.Find(current.BaseType))
            foreach (var attribute in current.Attributes)
                yield return attribute;
    }

    /// <summary>Whether an attribute's or a middleware's type limits rates.</summary>
    public static bool IsLimit(TypeRef type) => type.FullName == RoutingSymbols.EnableRateLimiting || SpeaksOfLimits(type.Name) && !Exemptions.Any(e => type.Name.Contains(e, StringComparison.Ordinal));

    /// <summary>Whether a name says that what it names limits rates: all that can be told of a package's.</summary>
    public static bool SpeaksOfLimits(string name) =>
        name.Contains("RateLimit", StringComparison.OrdinalIgnoreCase) || name.Contains("Throttl", StringComparison.OrdinalIgnoreCase);
}
