using System;
using System.Linq;
using System.Reflection;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Rules;

namespace Shop.Tests;

/// <summary>A team's own rule: it runs with the catalogue because it is a public class of the test assembly.</summary>
public sealed class PublicStaticField : Rule
{
    public override RuleInfo Info { get; } = new(
        "TEAM01", "public static field", Severity.High,
        "A public static field that anyone may set.", "Each instance has its own value of it.",
        new Fix("Keep the state in the database.", "public static int Visits;", "db.Visits"));

    public override RuleOutcome Examine(AppModel app)
    {
        Log.Analysed();
        var fields = typeof(ShopDb).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsInitOnly && !field.IsLiteral && field.DeclaringType!.Namespace == "Shop")
            .ToList();
        return Examined(fields.Count, fields.Select(field => new Finding
        {
            Rule = Info,
            Severity = Severity.High,
            Confidence = Confidence.High,
            Message = field.Name + " is a public static field",
            Where = new Place($"F:{field.DeclaringType!.FullName}.{field.Name}", $"{field.DeclaringType!.FullName}.{field.Name}",
                new SourceLocation("Shop/Legacy.cs", 5, 5, 5, 30)),
        }));
    }
}
