namespace ScaleFitness.Model.Composition;

/// <summary>Where a query filter takes what it compares a column with.</summary>
public enum FilterSource
{
    /// <summary>The context that runs the query: asked anew each time.</summary>
    Context,

    /// <summary>A variable or object that was captured when the model was built, once for the process.</summary>
    Captured,

    /// <summary>A static member, or a delegate: asked anew each time.</summary>
    Static,

    /// <summary>A value in the code, or nothing at all (<c>!x.IsDeleted</c>).</summary>
    Constant,

    /// <summary>The row itself, or another row.</summary>
    Row,
}

/// <summary>A filter that the model adds to every query of an entity.</summary>
/// <param name="Name">Its name (EF Core 10 and later), or null.</param>
/// <param name="Conditions">What it asks of columns.</param>
public sealed record ComposedFilter(string? Name, IReadOnlyList<ComposedFilterCondition> Conditions);

/// <summary>What a filter asks of one column.</summary>
/// <param name="Column">The column, or its path from the row: <c>Order.TenantId</c>.</param>
/// <param name="Source">Where the other side comes from.</param>
/// <param name="Text">The other side as people write it, without values: <c>tenant.Id</c>.</param>
/// <param name="Through">Of what is captured: types of the objects that are asked for members each time, from the captured one on; empty where a value was captured.</param>
public sealed record ComposedFilterCondition(string Column, FilterSource Source, string Text, IReadOnlyList<HostType> Through);
