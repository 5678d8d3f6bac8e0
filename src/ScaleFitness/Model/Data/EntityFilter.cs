using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Model.Data;

/// <summary>A filter that the model adds to every query of an entity.</summary>
/// <param name="Name">Its name, or null.</param>
/// <param name="Conditions">What it asks of columns.</param>
/// <param name="Site">The call that declares it, or null where it does not stand in code for this entity.</param>
public sealed record EntityFilter(string? Name, IReadOnlyList<FilterCondition> Conditions, Call? Site);

/// <summary>What a filter asks of one column.</summary>
/// <param name="Column">The column, or its path from the row: <c>Order.TenantId</c>.</param>
/// <param name="Source">Where the other side comes from.</param>
/// <param name="Text">The other side as people write it: <c>tenant.Id</c>.</param>
/// <param name="Through">Of what is captured: types of the objects that are asked for members each time; empty where a value was captured.</param>
public sealed record FilterCondition(string Column, FilterSource Source, string Text, IReadOnlyList<TypeRef> Through);
