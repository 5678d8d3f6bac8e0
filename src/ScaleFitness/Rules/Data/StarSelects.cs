using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model;
using ScaleFitness.Model.Rows;
using ScaleFitness.Model.Sql;

namespace ScaleFitness.Rules.Data;

/// <summary>A <c>SELECT *</c> of which not everything can be wanted.</summary>
/// <param name="Site">Where it stands.</param>
/// <param name="Table">The table.</param>
/// <param name="Use">What becomes of its rows, or null where the call itself keeps no more than a few columns.</param>
/// <param name="Kept">What the call keeps.</param>
internal sealed record StarSelect(Call Site, string Table, ColumnUse? Use, string Kept);

/// <summary>Finds statements that select every column of a table, with what becomes of them. EF Core's own want all: an entity is made of every column.</summary>
internal static class StarSelects
{
    public static IEnumerable<StarSelect> Of(AppModel app) =>
        app.Sql.All.Where(u => u.Rows is SqlRows.One or SqlRows.Many or SqlRows.Streamed && IsAtWork(app, u) && u.Texts.Count > 0 && u.Texts.All(t => IsStar(app, t))).Select(u => Of(app, u)).OfType<StarSelect>().DistinctBy(s => (s.Site, s.Table));

    private static bool IsAtWork(AppModel app, SqlUse use) =>
        !use.Site.Function.Owner.IsGenerated && (app.Reach.IsOnRequest(use.Site.Function) || app.Reach.IsInBackground(use.Site.Function));

    /// <summary>One statement over one table that is not small: what derived tables and functions bring is chosen there, and joins may want all sides.</summary>
    private static bool IsStar(AppModel app, IReadOnlyList<SqlStatement> text) =>
        text is [{ Selects: [{ SelectsEverything: true, Sources.Count: 0, Tables: [{ Name: not null } table], Lock: RowLock.None }] }] && !app.SqlExtents.IsSmall(table);

    private static StarSelect? Of(AppModel app, SqlUse use)
    {
        var table = app.SqlExtents.NameOf(use.Texts[0][0].Selects[0].Tables[0]);
        var run = use.Run;
        if (run.Method.Name.StartsWith("ExecuteScalar", StringComparison.Ordinal))
            return new(use.Site, table, null, "the first value is");
        if (run.Method.Name.StartsWith("ExecuteReader", StringComparison.Ordinal))
            return new(use.Site, table, app.LoadedRows.OfReader(run), "");
        if (run.Method.DeclaringType.FullName != SqlSymbols.Dapper || run.Method.TypeArguments is not [{ Kind: TypeKind.Named } row])
            return null;
        if (IsValue(row))
            return new(use.Site, table, null, "the first of them is");
        if (app.Code.Program.Find(row) is not { IsExternal: false } type)
            return null;
        var columns = RowWidth.Columns(type, app.Code.Program).ToList();
        if (columns.Count is > 0 and <= LoadedRows.FewColumns && RowWidth.HasNoOther(type, columns, app.Code.Program))
            return new(use.Site, table, null, string.Join(" and ", columns) + (columns.Count == 1 ? " is" : " are"));
        return columns.Count >= RowWidth.ManyColumns && app.LoadedRows.Of(run, type) is { } used ? new(use.Site, table, used, "") : null;
    }

    /// <summary>Dapper makes a value of the first column.</summary>
    private static bool IsValue(TypeRef type) =>
        type.FullName is "System.String" or "System.Guid" or "System.DateTime" or "System.DateTimeOffset" or "System.Decimal" or "System.Int16" or "System.Int32" or "System.Int64" or "System.Boolean" or "System.Double" or "System.Byte"
        || (type.FullName == "System.Nullable`1" && type.SoleArgument is { } value && IsValue(value));
}
