using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Model.Data;

/// <summary>A column of an entity's table.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Type">The property's type.</param>
/// <param name="MaxLength">The greatest length that attributes declare for a text, or null where they declare none.</param>
public sealed record EntityColumn(string Name, TypeRef Type, int? MaxLength);
