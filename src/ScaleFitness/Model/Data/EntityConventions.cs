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
        entity.Columns = [.. properties.Where(p => IsColumn(p, model)).Select(p => new EntityColumn(p.Name, p.Type, LengthOf(p))).DistinctBy(c => c.Name)];
        entity.HasConcurrencyToken |= properties.Any(p => p.Attributes.Any(a => a.Type.FullName is Annotations + "TimestampAttribute" or Annotations + "ConcurrencyCheckAttribute"));
        entity.IsKeyless |= entity.Type.Attributes.Any(a => a.Type.FullName == "Microsoft.EntityFrameworkCore.KeylessAttribute");
        entity.AutoIncludedSet.UnionWith(properties.Where(p => ElementOf(p.Type) is { } element && IsOwned(element, program)).Select(p => p.Name));
        foreach (var property in properties)
            if (model.IsNavigation(property.Type))
            {
                entity.IndexList.Add([property.Name + "Id"]);
                entity.ForeignKeyColumns.Add(property.Name + "Id");
                foreach (var attribute in property.Attributes)
                    if (attribute.Type.FullName == Annotations + "Schema.ForeignKeyAttribute" && attribute.Arguments is [string column])
                    {
                        entity.ForeignKeyColumns.Add(column);
                        entity.IndexList.Add([column]);
                    }
            }

        // A key that stands beside what it points to, of whatever class, or that an attribute calls foreign.
        foreach (var property in properties)
            if (property.Attributes.Any(a => a.Type.FullName == Annotations + "Schema.ForeignKeyAttribute") || properties.Any(p => p.Name + "Id" == property.Name && p.Type.Namespace != "System"))
                entity.IndexList.Add([property.Name]);
        foreach (var property in properties)
            if (IsForeignKey(property, entity, model))
                entity.ForeignKeyColumns.Add(property.Name);
        entity.IndexList.AddRange(model.ParentsOf(entity).Select(parent => (IReadOnlyList<string>)[parent + "Id"]));
    }

    private static void AddKeys(Entity entity, List<PropertyDefinition> properties, CompiledProgram program)
    {
        var marked = properties.Where(p => p.Attributes.Any(a => a.Type.FullName == Annotations + "KeyAttribute")).Select(p => p.Name).ToHashSet();
        if (marked.Count > 0)
            entity.KeySets.Add(marked);
        foreach (var type in program.SelfAndBases(entity.Type.Reference).Select(program.Find).OfType<TypeDefinition>())
            foreach (var attribute in type.Attributes.Where(a => a.Type.FullName is "Microsoft.EntityFrameworkCore.PrimaryKeyAttribute" or "Microsoft.EntityFrameworkCore.IndexAttribute"))
            {
                entity.IndexList.Add([.. Names(attribute)]);
                if (attribute.Type.FullName == "Microsoft.EntityFrameworkCore.PrimaryKeyAttribute" || (attribute.Type.FullName == "Microsoft.EntityFrameworkCore.IndexAttribute" && attribute.Named.GetValueOrDefault("IsUnique") is true))
                    entity.KeySets.Add(Names(attribute).ToHashSet());
            }

        var key = properties.FirstOrDefault(p => p.Name.Equals("Id", StringComparison.OrdinalIgnoreCase))
            ?? properties.FirstOrDefault(p => p.Name.Equals(entity.Name + "Id", StringComparison.OrdinalIgnoreCase));
        // A primary key by convention stands beside whatever else is unique, unless another is declared primary.
        if (key is not null && marked.Count == 0)
            entity.KeySets.Add(new HashSet<string> { key.Name });
        // One column says its order; of several, HasKey and attributes say it.
        entity.IndexList.AddRange(entity.KeySets.Where(k => k.Count == 1).Select(k => (IReadOnlyList<string>)[.. k]));
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

    /// <summary>The elements' type of a collection of rows, or null where it is none.</summary>
    internal static TypeRef? ElementOf(TypeRef type) =>
        type.Kind == TypeKind.Array ? type.Element
        : type.SoleArgument is { } element && (type.Namespace.StartsWith("System.Collections", StringComparison.Ordinal) || type.Name.Contains("Collection`", StringComparison.Ordinal)) ? element
        : null;

    private static bool IsOwned(TypeRef type, CompiledProgram program) =>
        program.Find(type) is { } definition && definition.Attributes.Any(a => a.Type.FullName == "Microsoft.EntityFrameworkCore.OwnedAttribute");

    private static bool IsColumn(PropertyDefinition property, EntityModel model) =>
        property.Getter is { IsStatic: false } && !model.IsNavigation(property.Type) && (ElementOf(property.Type) is not { } element || element.Namespace == "System")
        && !property.Attributes.Any(a => a.Type.FullName == Annotations + "Schema.NotMappedAttribute");

    private static int? LengthOf(PropertyDefinition property) =>
        property.Attributes.Where(a => a.Type.FullName is Annotations + "MaxLengthAttribute" or Annotations + "StringLengthAttribute").Select(a => a.Arguments.FirstOrDefault() as int?).FirstOrDefault();

    internal static IEnumerable<PropertyDefinition> Properties(TypeDefinition type, CompiledProgram program)
    {
        for (var current = type; current is { IsExternal: false }; current = program.Find(current.BaseType))
            foreach (var property in current.Properties)
                yield return property;
    }
}
