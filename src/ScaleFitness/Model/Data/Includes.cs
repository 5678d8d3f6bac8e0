using ScaleFitness.Code.Expressions;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Data;

/// <summary>Reads which related rows a query brings along.</summary>
public sealed class Includes
{
    private readonly CompiledProgram _program;
    private readonly EntityModel _entities;

    internal Includes(CompiledProgram program, EntityModel entities)
    {
        _program = program;
        _entities = entities;
    }

    /// <summary>The collections that are joined at the level with the most of them, as paths from the root; empty where the query is split or projects.</summary>
    public IReadOnlyList<string> Siblings(Query query)
    {
        if (query.Root is not EntityRoot root || query.Operators.Any(o => o.Name is "AsSplitQuery" or "Select" or "SelectMany" or "GroupBy" || QueryMethods.Aggregates.Contains(o.Name) || o.Name is "Any" or "AnyAsync" or "All" or "AllAsync"))
            return [];
        var paths = new List<string>();
        if (!query.Operators.Any(o => o.Name == "IgnoreAutoIncludes"))
            paths.AddRange(root.Entity?.AutoIncluded ?? []);
        var last = "";
        foreach (var step in query.Operators.Where(o => o.Call.Method.DeclaringType.FullName == QueryMethods.EfCore))
            if (step.Name is "Include" or "ThenInclude" && PathOf(step.Arguments[^1]) is { } path)
                paths.Add(last = step.Name == "ThenInclude" && last.Length > 0 ? $"{last}.{path}" : path);
        return [.. paths.SelectMany(p => Collections(root.Type, p)).Distinct()
            .GroupBy(p => p.Contains('.', StringComparison.Ordinal) ? p[..p.LastIndexOf('.')] : "")
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .FirstOrDefault() ?? Enumerable.Empty<string>()];
    }

    private static string? PathOf(Value argument) =>
        ValueWalk.Constant(argument) as string ?? (ExpressionReader.Lambda(argument) is { } lambda ? Path(lambda.Body) : null);

    /// <summary><c>o.Lines</c>, <c>o.Customer.Orders</c>, <c>o.Lines.Where(..)</c>, <c>((Special)o).Parts</c>.</summary>
    private static string? Path(ExpressionNode node) => node switch
    {
        MemberNode { Object: ParameterNode } member => member.Name,
        MemberNode { Object: { } inner } member when Path(inner) is { } before => $"{before}.{member.Name}",
        CallNode { Arguments: [var source, ..] } => Path(source),
        _ => null,
    };

    /// <summary>The steps of a path that are collections, each as the path to it.</summary>
    private IEnumerable<string> Collections(TypeRef type, string path)
    {
        var current = type;
        var walked = "";
        foreach (var step in path.Split('.'))
        {
            walked = walked.Length == 0 ? step : $"{walked}.{step}";
            if (PropertyOf(current, step) is not { } property)
                yield break;
            if (EntityConventions.ElementOf(property.Type) is { } element)
            {
                yield return walked;
                current = element;
            }
            else
                current = property.Type;
        }
    }

    private PropertyDefinition? PropertyOf(TypeRef type, string name) =>
        _program.Find(type) is { } definition
            ? EntityConventions.Properties(definition, _program).FirstOrDefault(p => p.Name == name) ?? _entities.All.Where(e => _program.Derives(e.Type.Reference, type.FullName)).SelectMany(e => e.Type.Properties).FirstOrDefault(p => p.Name == name)
            : null;
}
