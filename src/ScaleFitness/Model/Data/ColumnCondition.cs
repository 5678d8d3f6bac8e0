using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Model.Data;

/// <summary>How a condition uses a column.</summary>
public enum ConditionKind
{
    /// <summary>It equals something from outside, or is in a list from outside.</summary>
    Equal,

    /// <summary>It is greater or less than something, or starts with it.</summary>
    Range,

    /// <summary>Text is searched for inside it, or at its end: no ordinary index helps.</summary>
    Search,

    /// <summary>Something computed from it is compared: no ordinary index helps.</summary>
    Computed,

    /// <summary>Something else: a column of another row, a sub-query, a function of the database.</summary>
    Other,
}

/// <summary>One condition on a row.</summary>
/// <param name="Column">The column; empty for <see cref="ConditionKind.Other"/>.</param>
/// <param name="Type">The column's type, or null.</param>
/// <param name="Kind">How it is used.</param>
/// <param name="Text">As people write it: <c>Name.Contains</c>, <c>Created.Date</c>.</param>
/// <param name="IsConstant">Whether the program, not the request, says what it is compared with.</param>
public sealed record ColumnCondition(string Column, TypeRef? Type, ConditionKind Kind, string Text, bool IsConstant);
