using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Data;

/// <summary>The app's entities, read from code.</summary>
public sealed class EntityModel
{
    /// <summary>The base of every EF Core context.</summary>
    public const string DbContext = "Microsoft.EntityFrameworkCore.DbContext";

    private readonly Dictionary<string, Entity> _entities = new(StringComparer.Ordinal);

    private EntityModel()
    {
    }

    /// <summary>All entities, by name.</summary>
    public IEnumerable<Entity> All => _entities.Values.OrderBy(e => e.Type.DisplayName, StringComparer.Ordinal);

    /// <summary>The entity of a type, or null where no context has one.</summary>
    public Entity? Of(TypeRef? type) => type is null ? null : _entities.GetValueOrDefault(type.FullName);

    internal static EntityModel Read(CodeModel code, CallIndex index)
    {
        var model = new EntityModel();
        foreach (var type in code.Program.Types)
            if (code.Program.Derives(type.Reference, DbContext))
                foreach (var property in type.Properties)
                    if (property.Type is { FullName: "Microsoft.EntityFrameworkCore.DbSet`1", SoleArgument: { } entity })
                        model.Add(entity, code.Program);
        var fluent = new FluentConfiguration(code, index, model);
        fluent.Apply();
        foreach (var entity in model._entities.Values)
            EntityConventions.Apply(entity, code.Program, model);
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
}
