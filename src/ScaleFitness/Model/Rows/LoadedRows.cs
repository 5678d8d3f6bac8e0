using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Data;

namespace ScaleFitness.Model.Rows;

/// <summary>Tells which columns the app uses of the rows that it loads.</summary>
public sealed class LoadedRows
{
    /// <summary>Who reads more columns than these has use for rows (catalogue, SF2022).</summary>
    public const int FewColumns = 2;

    private readonly CodeModel _code;
    private readonly CallSites _sites;
    private readonly RowUses _uses;
    private readonly Func<SourceFunction, bool> _isEntry;

    internal LoadedRows(CodeModel code, Dispatch dispatch, CallSites sites, Func<SourceFunction, bool> isEntry)
    {
        _code = code;
        _sites = sites;
        _uses = new(code, dispatch);
        _isEntry = isEntry;
    }

    /// <summary>What becomes of the entities that a call loads; null where it loads none.</summary>
    /// <param name="load">The call that runs the query.</param>
    /// <param name="entity">The entity.</param>
    public ColumnUse? Of(Call load, Entity entity) => Of(load, RowWidth.Columns(entity, _code.Program).Select(c => c.Name), entity.Type.Reference);

    /// <summary>What becomes of the objects that a library makes of rows; null where it makes none of that type.</summary>
    /// <param name="load">The call that runs the statement.</param>
    /// <param name="row">The type of the objects.</param>
    public ColumnUse? Of(Call load, TypeDefinition row) => Of(load, RowWidth.Columns(row, _code.Program), row.Reference);

    /// <summary>What becomes of the rows of a data reader.</summary>
    /// <param name="load">The call that returns the reader.</param>
    public ColumnUse OfReader(Call load) => Follow(load, new ReaderRows(_code.Program));

    private ColumnUse? Of(Call load, IEnumerable<string> columns, TypeRef row)
    {
        var kind = new ObjectRows(_code.Program, row, columns);
        return kind.Holds(load.Result.Type) || RowCarriers.Of(load, _uses.DelegatesOf(load).Count) == Carried.Mapped ? Follow(load, kind) : null;
    }

    private ColumnUse Follow(Call load, IRowKind kind) => new RowFlow(_code, _sites, _isEntry, kind, _uses, FewColumns).Of(load);
}
