using System.Collections.Immutable;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Model.Data;

/// <summary>EF Core's conventions and attributes for keys and foreign keys.</summary>
internal static class EntityConventions
{
    private const string Annotations = "System.ComponentModel.DataAnnotations.";

    /// <summary>People whose rows often live in another database: an identity provider's, another module's.</summary>
    private static readonly string[] People = ["User", "Owner", "Customer", "Buyer", "Author", "Member", "Client", "Person", "Employee", "Patient", "Student", "Player", "Subscriber", "Creator"];

    public static void Apply(Entity entity, CompiledProgram program, EntityModel model)
    {
        var properties = Properties(entity.Type, program).ToList();
        AddKeys(entity, properties, program);
        foreach (var property in properties)
            if (model.IsNavigation(property.Type))
            {
                entity.ForeignKeyColumns.Add(property.Name + "Id");
                foreach (var attribute in property.Attributes)
                    if (attribute.Type.FullName == Annotations + "Schema.ForeignKeyAttribute" && attribute.Arguments is [string column])
                        entity.ForeignKeyColumns.Add(column);
            }

        foreach (var property in properties)
            if (IsForeignKey(property, entity, model))
                entity.ForeignKeyColumns.Add(property.Name);
    }

    private static void AddKeys(Entity entity, List<PropertyDefinition> properties, CompiledProgram program)
    {
        var marked = properties.Where(p => p.Attributes.Any(a => a.Type.FullName == Annotations + "KeyAttribute")).Select(p => p.Name).ToHashSet();
        if (marked.Count > 0)
            entity.KeySets.Add(marked);
        foreach (var type in program.SelfAndBases(entity.Type.Reference).Select(program.Find).OfType<TypeDefinition>())
            foreach (var attribute in type.Attributes)
                if (attribute.Type.FullName == "Microsoft.EntityFrameworkCore.PrimaryKeyAttribute" || (attribute.Type.FullName == "Microsoft.EntityFrameworkCore.IndexAttribute" && attribute.Named.GetValueOrDefault("IsUnique") is true))
                    entity.KeySets.Add(Names(attribute).ToHashSet());
        var key = properties.FirstOrDefault(p => p.Name.Equals("Id", StringComparison.OrdinalIgnoreCase))
            ?? properties.FirstOrDefault(p => p.Name.Equals(entity.Name + "Id", StringComparison.OrdinalIgnoreCase));
        // A primary key by convention stands beside whatever else is unique, unless another is declared primary.
        if (key is not null && marked.Count == 0)
            entity.KeySets.Add(new HashSet<string> { key.Name });
        entity.HasEnumKey = entity.KeySets.Any(k => k.Count == 1 && properties.FirstOrDefault(p => k.Contains(p.Name)) is { } column && program.Find(column.Type) is { } type && type.Traits.HasFlag(TypeTraits.Enum));
    }

    private static IEnumerable<string> Names(AttributeData attribute) =>
        attribute.Arguments.SelectMany(a => a is ImmutableArray<object?> many ? many : [a]).OfType<string>();

    /// <summary><c>CustomerId</c> beside a <c>Customer</c> property, or named after another entity's key, or after a person who is no entity here.</summary>
    private static bool IsForeignKey(PropertyDefinition property, Entity entity, EntityModel model) =>
        property.Name.Length > 2 && property.Name.EndsWith("Id", StringComparison.Ordinal)
        && !entity.KeySets.Any(k => k.Count == 1 && k.Contains(property.Name))
        && model.RowNames.Concat(People).Any(name => property.Name.EndsWith(name + "Id", StringComparison.Ordinal));

    /// <summary>Whether the class has what conventions take for a key.</summary>
    internal static bool HasKey(TypeDefinition type, CompiledProgram program) =>
        Properties(type, program).Any(p => p.Name.Equals("Id", StringComparison.OrdinalIgnoreCase)
            || p.Name.Equals(type.Reference.Name + "Id", StringComparison.OrdinalIgnoreCase)
            || p.Attributes.Any(a => a.Type.FullName == Annotations + "KeyAttribute"));

    internal static IEnumerable<PropertyDefinition> Properties(TypeDefinition type, CompiledProgram program)
    {
        for (var current = type; current is { IsExternal: false }; current = program.Find(current.BaseType))
            foreach (var property in current.Properties)
                yield return property;
    }
}
