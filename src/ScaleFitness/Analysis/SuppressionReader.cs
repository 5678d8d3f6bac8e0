using System.Collections.Immutable;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Rules;

namespace ScaleFitness.Analysis;

/// <summary>Finds <c>[UnconditionalSuppressMessage("ScaleFitness", …)]</c> on members, types and assemblies.</summary>
internal static class SuppressionReader
{
    private const string Attribute = "System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessageAttribute";

    public static IReadOnlyList<Suppression> Read(AppModel app)
    {
        var result = new List<Suppression>();
        foreach (var assembly in app.Code.Program.Assemblies)
        {
            Add(assembly.Attributes, () => new("A:" + assembly.Name, assembly.Name, null) { Assembly = assembly.Name });
            foreach (var type in assembly.Types)
                if (!type.IsCompilerGenerated)
                    AddMembers(type);
        }

        return [.. result.DistinctBy(s => (s.Rule, s.Scope))];

        void AddMembers(TypeDefinition type)
        {
            Add(type.Attributes, () => Places.Of(app, type));
            foreach (var field in type.Fields)
                Add(field.Attributes, () => Places.Of(app, field));
            foreach (var method in type.Methods)
                if (app.Code.Folded.FunctionOf(method) is { } function)
                    Add(method.Attributes, () => Places.Of(app, function, null));
        }

        void Add(ImmutableArray<AttributeData> attributes, Func<Place> place)
        {
            foreach (var attribute in attributes)
                if (attribute.Type.FullName == Attribute && attribute.Arguments is ["ScaleFitness", string rule])
                {
                    var where = place();
                    result.Add(new(rule, where.Member, attribute.Text("Justification") ?? "", where));
                }
        }
    }
}
