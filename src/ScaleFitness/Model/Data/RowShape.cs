using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Model.Data;

/// <summary>What a query's row is made of, once several tables are joined.</summary>
internal abstract record RowShape;

/// <summary>A row of one of the joined tables.</summary>
/// <param name="Table">Which, in order of joining.</param>
internal sealed record TableRow(int Table) : RowShape;

/// <summary>A column of a table, or another row that one points to.</summary>
/// <param name="Table">Which table, in order of joining.</param>
/// <param name="Name">The property's name.</param>
/// <param name="Type">The property's type.</param>
internal sealed record TableColumn(int Table, string Name, TypeRef Type) : RowShape;

/// <summary>Several under names of their own: <c>new { order, customer }</c>.</summary>
/// <param name="Members">What each name stands for; null where the code does not tell.</param>
internal sealed record ComposedRow(IReadOnlyDictionary<string, RowShape?> Members) : RowShape;

/// <summary>The rows that a group join puts beside each row.</summary>
/// <param name="Element">One of them.</param>
/// <param name="Group">The tables they are from.</param>
internal sealed record RowGroup(RowShape? Element, int Group) : RowShape;
