using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Rows;

/// <summary>Tells rows from other objects, and what calls on them read.</summary>
internal interface IRowKind
{
    /// <summary>Whether objects of the type may be rows, or hold some.</summary>
    bool Holds(TypeRef? type);

    /// <summary>The column that a call on a row reads, or null where it does something else.</summary>
    string? ColumnReadBy(Call call);

    /// <summary>The column that a getter reads of the row it is called on, or null where it does something else.</summary>
    string? ColumnOf(MethodRef getter);

    /// <summary>Whether a call on another object may return a row: EF Core joins what it has loaded.</summary>
    bool Leads(Call call);

    /// <summary>Whether a call on a row reads no column of it.</summary>
    bool ReadsNothing(Call call);
}
