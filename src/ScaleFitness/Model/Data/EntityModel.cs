using System.Collections.Concurrent;
using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Model.Data;

/// <summary>The app's entities, read from code, and from the models of the contexts that the host knows.</summary>
public sealed class EntityModel
{
    /// <summary>The base of every EF Core context.</summary>
    public const string DbContext = "Microsoft.EntityFrameworkCore.DbContext";

    private readonly Dictionary<string, Entity> _entities = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, Entity?> _queried = new(StringComparer.Ordinal);
    private readonly CompiledProgram _program;

    private readonly Lazy<IReadOnlySet<string>> _rowNames;

    private EntityModel(CompiledProgram program)
    {
        _program = program;
        _rowNames = new(() => program.Types.Where(t => ClassOf(t.Reference) is not null && EntityConventions.HasKey(t, program)).Select(t => t.Reference.Name).Concat(All.Select(e => e.Name)).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>All entities, by name.</summary>
    public IEnumerable<Entity> All => _entities.Values.OrderBy(e => e.Type.DisplayName, StringComparer.Ordinal);

    /// <summary>The entity of a type, or null where no context has one.</summary>
    public Entity? Of(TypeRef? type) => type is null ? null : _entities.GetValueOrDefault(type.FullName);

    /// <summary>The entity of a table that code queries: one that no context declares in sight (found by reflection, say) follows conventions.</summary>
    internal Entity? OfTable(TypeRef? type) =>
        Of(type) ?? (type is null ? null : _queried.GetOrAdd(type.FullName, _ => ByConvention(type)));

    /// <summary>Names of what has a key: entities, and classes that could be.</summary>
    internal IReadOnlySet<string> RowNames => _rowNames.Value;

    /// <summary>Whether a property of that type points to another row, rather than being part of this one.</summary>
    internal bool IsNavigation(TypeRef type) => Of(type) is not null || (ClassOf(type) is { } other && EntityConventions.HasKey(other, _program));

    /// <summary>Indexes of whatever entity has their columns.</summary>
    internal List<IReadOnlyList<string>> SharedIndexes { get; } = [];

    /// <summary>Whether the app's contexts load included collections with a query each.</summary>
    public bool SplitsQueries { get; internal set; }

    /// <summary>Whether the app's contexts load entities without watching them for changes.</summary>
    public bool IsUntracked { get; internal set; }

    /// <summary>Names of entities that have a collection of this one: EF Core gives it a foreign key, with an index.</summary>
    internal IEnumerable<string> ParentsOf(Entity child) =>
        All.Where(e => EntityConventions.Properties(e.Type, _program).Any(p => EntityConventions.ElementOf(p.Type)?.FullName == child.Type.Reference.FullName)).Select(e => e.Name);

    /// <summary>Whether a query filter is put together in a way that neither code nor host shows: it may be any entity's.</summary>
    public bool HasUnseenFilters { get; private set; }

    internal static EntityModel Read(CodeModel code, CallIndex index, ComposedHost? host = null)
    {
        var model = new EntityModel(code.Program);
        foreach (var type in code.Program.Types)
            if (code.Program.Derives(type.Reference, DbContext))
                foreach (var property in type.Properties)
                    if (property.Type is { FullName: "Microsoft.EntityFrameworkCore.DbSet`1", SoleArgument: { } entity })
                        model.Add(entity, code.Program);
        var fluent = new FluentConfiguration(code, index, model);
        fluent.Apply();
        var composed = new ComposedEntities(code, host, model);
        foreach (var entity in model._entities.Values)
        {
            EntityConventions.Apply(entity, code.Program, model);
            entity.IndexList.AddRange(model.SharedIndexes);
        }

        var filters = new QueryFilters(code, index, model);
        filters.Apply();
        composed.Apply();
        model.HasUnseenFilters = filters.HasUnseen;
        if (host?.Contexts is { Count: > 0 } contexts)
        {
            // A context that the host could not be asked about may be the one that code speaks of.
            var told = contexts.Select(c => HostSymbols.DefinitionOf(code, c.Type)).ToHashSet();
            var isAll = code.Program.Types.Where(t => !t.Traits.HasFlag(TypeTraits.Abstract) && code.Program.Derives(t.Reference, DbContext)).All(told.Contains);
            model.SplitsQueries = contexts.All(c => c.SplitsQueries) || model.SplitsQueries && !isAll;
            model.IsUntracked = contexts.All(c => c.IsUntracked) || model.IsUntracked && !isAll;
        }

        return model;
    }

    internal Entity? Add(TypeRef type, CompiledProgram program)
    {
        if (_entities.TryGetValue(type.FullName, out var known))
            return known;
        if (program.Find(type) is not { IsExternal: false } definition)
            return null;
        return _entities[type.FullName] = new(definition);
    }

    private Entity? ByConvention(TypeRef type)
    {
        if (ClassOf(type) is not { } definition)
            return null;
        var entity = new Entity(definition);
        EntityConventions.Apply(entity, _program, this);
        return entity;
    }

    private TypeDefinition? ClassOf(TypeRef type) =>
        _program.Find(type) is { IsExternal: false, IsInterface: false } definition && (definition.Traits & (TypeTraits.Enum | TypeTraits.Delegate | TypeTraits.ValueType)) == 0 ? definition : null;
}
