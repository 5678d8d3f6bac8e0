using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Hosting.Reading;

/// <summary>Reads the filters that a model adds to queries of an entity.</summary>
internal static class FilterReader
{
    public static IReadOnlyList<ComposedFilter> Of(IEntityType entity, Type context) =>
        [.. Declared(entity).Select(f => new ComposedFilter(f.Name, FilterConditions.Of(f.Filter, context)))];

    /// <summary>Several, each with its name, from EF Core 10 on; one before. Derived entities have their root's.</summary>
    private static IEnumerable<(string? Name, LambdaExpression Filter)> Declared(IEntityType entity)
    {
        var root = entity.GetRootType();
        if (Method(root, "GetDeclaredQueryFilters") is { } several)
            return [.. ((IEnumerable)several.Invoke(root, null)!).Cast<object>()
                .Select(f => (Value(f, "Key") as string, Value(f, "Expression") as LambdaExpression))
                .Where(f => f.Item2 is not null).Select(f => (f.Item1, f.Item2!))
                .OrderBy(f => f.Item1, StringComparer.Ordinal)];
        return Method(root, "GetQueryFilter")?.Invoke(root, null) is LambdaExpression one ? [(null, one)] : [];
    }

    /// <summary>A member of the model's interfaces: classes implement it explicitly.</summary>
    private static MethodInfo? Method(object of, string name) =>
        of.GetType().GetInterfaces().Select(i => i.GetMethod(name, Type.EmptyTypes)).FirstOrDefault(m => m is not null);

    private static object? Value(object of, string property) =>
        of.GetType().GetInterfaces().Prepend(of.GetType()).Select(t => t.GetProperty(property)).FirstOrDefault(p => p is not null)?.GetValue(of);
}
