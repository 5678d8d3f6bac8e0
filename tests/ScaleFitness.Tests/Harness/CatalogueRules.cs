using ScaleFitness.Rules;

namespace ScaleFitness.Tests.Harness;

/// <summary>The rules that the kit has today, found as the kit finds them.</summary>
internal static class CatalogueRules
{
    private static readonly Lazy<IReadOnlyDictionary<string, Type>> Types = new(() => typeof(Rule).Assembly.GetExportedTypes()
        .Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract)
        .ToDictionary(type => ((Rule)Activator.CreateInstance(type)!).Info.Id));

    /// <summary>Whether the rule exists yet.</summary>
    public static bool Has(string id) => Types.Value.ContainsKey(id);

    /// <summary>A new instance of the rule.</summary>
    public static Rule Create(string id) => (Rule)Activator.CreateInstance(Types.Value[id])!;
}
