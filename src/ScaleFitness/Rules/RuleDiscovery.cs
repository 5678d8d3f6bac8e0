using System.Reflection;
using System.Text.RegularExpressions;

namespace ScaleFitness.Rules;

/// <summary>Finds rules: public classes that derive from <see cref="Rule"/> and have a public parameterless constructor.</summary>
public static class RuleDiscovery
{
    private static readonly Regex _id = new("^[A-Z]{2,12}[0-9]{1,6}$", RegexOptions.CultureInvariant);

    /// <summary>Creates every rule of an assembly, in the order of their ids.</summary>
    /// <exception cref="InvalidRuleException">A public rule cannot be created, has an id that is not letters and digits such as <c>SHOP001</c>, or an id that another one has.</exception>
    public static IReadOnlyList<Rule> In(Assembly assembly) => In([assembly]);

    /// <summary>Creates every rule of some assemblies, in the order of their ids.</summary>
    internal static IReadOnlyList<Rule> In(IEnumerable<Assembly> assemblies)
    {
        var rules = assemblies.Distinct().SelectMany(TypesIn).Where(IsRule).Select(Create).OrderBy(r => r.Info.Id, StringComparer.Ordinal).ToList();
        foreach (var same in rules.GroupBy(r => r.Info.Id).Where(g => g.Count() > 1))
            throw new InvalidRuleException($"The rule id {same.Key} is taken by {string.Join(" and by ", same.Select(NameOf))}. Give each rule an id of its own, such as SHOP001.");
        if (rules.FirstOrDefault(r => Findings.KitRules.All.Any(kit => kit.Id == r.Info.Id)) is { } own)
            throw new InvalidRuleException($"The rule id {own.Info.Id} of {NameOf(own)} is one of ScaleFitness's own. Give the rule another id, such as SHOP001.");
        return rules;
    }

    private static IEnumerable<Type> TypesIn(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            // A type with a base that is missing here cannot be one of ours: Rule is loaded.
            return e.Types.OfType<Type>();
        }
    }

    private static bool IsRule(Type type) => type.IsVisible && !type.IsAbstract && type.IsSubclassOf(typeof(Rule));

    private static Rule Create(Type type)
    {
        // Passing over a public rule in silence would be a check that its author believes in and nobody makes.
        if (type.ContainsGenericParameters || type.GetConstructor(Type.EmptyTypes) is not { } constructor)
            throw new InvalidRuleException($"The rule {type.FullName} cannot be run: it needs a public parameterless constructor and no type parameters. Give it one, or make it abstract or internal.");
        try
        {
            var rule = (Rule)constructor.Invoke(null);
            return _id.IsMatch(rule.Info.Id)
                ? rule
                : throw new InvalidRuleException($"The rule id \"{rule.Info.Id}\" of {type.FullName} must be capital letters and then digits, such as SHOP001.");
        }
        catch (Exception e) when (e is not InvalidRuleException)
        {
            throw new InvalidRuleException($"The rule {type.FullName} could not be created: {(e as TargetInvocationException)?.InnerException ?? e}", e);
        }
    }

    private static string NameOf(Rule rule) => rule.GetType().FullName!;
}
