using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Hosting.Reading;

/// <summary>Reads one entity type of a model.</summary>
internal static class EntityReader
{
    /// <summary>How the versions of the Cosmos provider name a partition key: the first in EF Core 8, the second later.</summary>
    private static readonly string[] PartitionKeys = ["Cosmos:PartitionKeyName", "Cosmos:PartitionKeyNames"];

    /// <summary>How providers name an index's method.</summary>
    private static readonly string[] Methods = ["Npgsql:IndexMethod", "MySql:FullTextIndex", "SqlServer:FullTextIndex"];

    public static ComposedEntity Read(IEntityType entity, Type context, bool isRelational)
    {
        var composed = new ComposedEntity
        {
            Type = HostTypes.Of(entity.ClrType),
            IsOwned = entity.IsOwned(),
            IsSeeded = entity.GetSeedData().Any(),
            Columns = [.. entity.GetProperties().OrderBy(p => p.Name, StringComparer.Ordinal).Select(Column)],
            Keys = [.. entity.GetKeys().OrderByDescending(k => k.IsPrimaryKey()).Select(k => new ComposedKey(Names(k.Properties), k.IsPrimaryKey()))],
            Indexes = [.. entity.GetIndexes().Select(i => new ComposedIndex(Names(i.Properties), i.IsUnique, null, MethodOf(i)))],
            ForeignKeys = [.. entity.GetForeignKeys().Select(f => new ComposedForeignKey(Names(f.Properties), HostTypes.Of(f.PrincipalEntityType.ClrType), f.DependentToPrincipal?.Name))],
            AutoIncluded = [.. Navigations(entity).Where(n => n.IsEagerLoaded).OrderBy(n => n.Name, StringComparer.Ordinal).Select(n => new ComposedNavigation(n.Name, HostTypes.Of(n.TargetEntityType.ClrType), IsCollection(n), false))],
            Filters = FilterReader.Of(entity, context),
            PartitionKey = [.. PartitionKeys.Select(name => entity.FindAnnotation(name)?.Value).SelectMany(value => value as IEnumerable<string> ?? (value is string one ? [one] : []))],
        };
        return isRelational ? WithRelational(composed, entity) : composed;
    }

    /// <summary>Apart: the relational library need not be there.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ComposedEntity WithRelational(ComposedEntity composed, IEntityType entity)
    {
        var properties = entity.GetProperties().ToDictionary(p => p.Name, StringComparer.Ordinal);
        var navigations = Navigations(entity).ToDictionary(n => n.Name, StringComparer.Ordinal);
        var filters = entity.GetIndexes().Select(i => i.GetFilter()).ToList();
        return composed with
        {
            Table = entity.GetTableName(),
            Schema = entity.GetSchema(),
            Columns = [.. composed.Columns.Select(c => c with { Column = properties[c.Name].GetColumnName(), IsComputed = properties[c.Name].GetComputedColumnSql() is not null })],
            Indexes = [.. composed.Indexes.Select((index, i) => index with { Filter = filters[i] })],
            AutoIncluded = [.. composed.AutoIncluded.Select(n => n with { IsInRow = navigations[n.Name].TargetEntityType.IsMappedToJson() })],
        };
    }

    private static IEnumerable<IReadOnlyNavigationBase> Navigations(IEntityType entity) => entity.GetNavigations().Concat<IReadOnlyNavigationBase>(entity.GetSkipNavigations());

    /// <summary>By its type: versions disagree on where the model says it.</summary>
    private static bool IsCollection(IReadOnlyNavigationBase navigation) => navigation.ClrType != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(navigation.ClrType);

    private static ComposedColumn Column(IProperty property) =>
        new(property.Name, null, HostTypes.Of(property.ClrType), property.GetMaxLength(), property.IsConcurrencyToken, false, property.ValueGenerated.ToString());

    private static IReadOnlyList<string> Names(IReadOnlyList<IReadOnlyProperty> properties) => [.. properties.Select(p => p.Name)];

    private static string? MethodOf(IReadOnlyIndex index) =>
        Methods.Select(index.FindAnnotation).FirstOrDefault(a => a?.Value is string or true) is { } method ? method.Value as string ?? "fulltext" : null;
}
