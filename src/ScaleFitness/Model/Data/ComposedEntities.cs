using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Model.Data;

/// <summary>Puts what the contexts' own models say in place of what code shows of their entities.</summary>
internal sealed class ComposedEntities
{
    private readonly CodeModel _code;
    private readonly List<(Entity Entity, ComposedEntity Said, ComposedContext By)> _known = [];

    /// <summary>Makes every entity of the host known; what is owned belongs to its owner.</summary>
    public ComposedEntities(CodeModel code, ComposedHost? host, EntityModel model)
    {
        _code = code;
        foreach (var context in host?.Contexts ?? [])
            foreach (var said in context.Entities.Where(e => !e.IsOwned))
                if (HostSymbols.DefinitionOf(code, said.Type) is { } definition && model.Add(definition.Reference, code.Program) is { } entity)
                    _known.Add((entity, said, context));
    }

    public void Apply()
    {
        foreach (var group in _known.GroupBy(k => k.Entity))
            Apply(group.Key, [.. group.Select(k => (k.Said, k.By))]);
    }

    /// <summary>An entity of several contexts has what any of them gives it: they may share the table.</summary>
    private void Apply(Entity entity, IReadOnlyList<(ComposedEntity Said, ComposedContext By)> known)
    {
        var said = known.Select(k => k.Said).ToList();
        entity.IsComposed = true;
        entity.IsOfDocuments = known.All(k => k.By.Provider is { } provider && (provider.Contains("Cosmos", StringComparison.Ordinal) || provider.Contains("Mongo", StringComparison.Ordinal)));
        entity.Table = said[0].Table is { } table ? said[0].Schema is { } schema ? $"{schema}.{table}" : table : null;
        entity.IsKeyless = said.All(e => e.Keys.Count == 0);
        entity.IsSplit = known.All(k => k.By.SplitsQueries);
        entity.IsUntracked = known.All(k => k.By.IsUntracked);
        entity.HasConcurrencyToken = said.Any(e => e.Columns.Any(c => c.IsConcurrencyToken));
        entity.Columns = [.. said.SelectMany(e => e.Columns).DistinctBy(c => c.Name).Select(c => new EntityColumn(c.Name, HostSymbols.TypeOf(_code, c.Type), c.MaxLength))];
        entity.PartitionKey = said.Select(e => e.PartitionKey).FirstOrDefault(k => k.Count > 0) ?? [];
        Keys(entity, said);
        Replace(entity.SearchColumnSet, said.SelectMany(e => e.Indexes.Where(i => i.Method is not null).SelectMany(i => i.Columns).Concat(e.Columns.Where(c => c.IsComputed).Select(c => c.Name))));
        Replace(entity.AutoIncludedSet, said.SelectMany(e => e.AutoIncluded).Where(n => n is { IsCollection: true, IsInRow: false }).Select(n => n.Name));
        Filters(entity, said);
    }

    private void Keys(Entity entity, IReadOnlyList<ComposedEntity> said)
    {
        var keys = said.SelectMany(e => e.Keys.Select(k => k.Columns).Concat(e.Indexes.Where(i => i.IsUnique).Select(i => i.Columns))).Distinct(Ordered.Names).ToList();
        var indexes = keys.Concat(said.SelectMany(e => e.Indexes.Select(i => i.Columns))).Distinct(Ordered.Names).ToList();
        entity.KeySets.Clear();
        entity.KeySets.AddRange(keys.Select(k => k.ToHashSet(StringComparer.Ordinal)));
        entity.IndexList.Clear();
        entity.IndexList.AddRange(indexes);
        // x.Customer.Id is the foreign key, whatever that is called.
        foreach (var key in said.SelectMany(e => e.ForeignKeys))
        {
            entity.ForeignKeyColumns.UnionWith(key.Columns);
            if (key.Navigation is { } navigation && key.Columns is [var column] && column != navigation + "Id")
            {
                entity.ForeignKeyColumns.Add(navigation + "Id");
                if (indexes.Any(i => i[0] == column))
                    entity.IndexList.Add([navigation + "Id"]);
            }
        }

        entity.HasEnumKey = said.Any(e => e.Keys.FirstOrDefault(k => k.IsPrimary) is { Columns: [var only] }
            && _code.Program.Find(HostSymbols.TypeOf(_code, e.Columns.First(c => c.Name == only).Type)) is { } type && type.Traits.HasFlag(TypeTraits.Enum));
    }

    /// <summary>The call that declares a filter is the one that names its column, for the entity or for all.</summary>
    private void Filters(Entity entity, IReadOnlyList<ComposedEntity> said)
    {
        var inCode = entity.FilterList.ToList();
        entity.FilterList.Clear();
        foreach (var filter in said.SelectMany(e => e.Filters))
            entity.FilterList.Add(new(
                filter.Name,
                [.. filter.Conditions.Select(c => new FilterCondition(c.Column, c.Source, c.Text, [.. c.Through.Select(t => HostSymbols.TypeOf(_code, t))]))],
                (inCode.FirstOrDefault(f => f.Name == filter.Name && IsAbout(f, filter)) ?? inCode.FirstOrDefault(f => IsAbout(f, filter)))?.Site));
    }

    private static bool IsAbout(EntityFilter inCode, ComposedFilter filter) => inCode.Conditions.Select(c => c.Column).Intersect(filter.Conditions.Select(c => c.Column)).Any();

    private static void Replace(ICollection<string> set, IEnumerable<string> names)
    {
        set.Clear();
        foreach (var name in names)
            set.Add(name);
    }

    /// <summary>Compares lists of names in order.</summary>
    private sealed class Ordered : IEqualityComparer<IReadOnlyList<string>>
    {
        public static Ordered Names { get; } = new();

        public bool Equals(IReadOnlyList<string>? x, IReadOnlyList<string>? y) => x is not null && y is not null && x.SequenceEqual(y);

        public int GetHashCode(IReadOnlyList<string> obj) => string.Join(',', obj).GetHashCode(StringComparison.Ordinal);
    }
}
