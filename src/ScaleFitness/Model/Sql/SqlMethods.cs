using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Model.Sql;

/// <summary>What becomes of the rows that a statement brings.</summary>
public enum SqlRows
{
    /// <summary>It brings none.</summary>
    None,

    /// <summary>The first, or a single value.</summary>
    One,

    /// <summary>All of them, one at a time, and none is kept.</summary>
    Streamed,

    /// <summary>All of them, in memory.</summary>
    Many,

    /// <summary>What LINQ makes of them: the statement is the source of a query.</summary>
    Composed,
}

/// <summary>The well-known methods that hand SQL to a database, by what they do with the rows. Each row is resolved against the real library by a test.</summary>
public static class SqlMethods
{
    private static readonly Dictionary<(string Type, string Method), SqlRows> ByMethod = Table();

    /// <summary>Type, method, and what it does with the rows. A reader's rows are as its user treats them.</summary>
    public static IReadOnlyDictionary<(string Type, string Method), SqlRows> Rows => ByMethod;

    /// <summary>Names of all of them: a gate before a body is looked into.</summary>
    public static IReadOnlySet<string> Names { get; } = ByMethod.Keys.Select(k => k.Method).ToHashSet(StringComparer.Ordinal);

    /// <summary>What a static method of a library does with the rows, or null where it takes no SQL.</summary>
    public static SqlRows? Of(MethodRef method) =>
        ByMethod.TryGetValue((method.DeclaringType.FullName, method.Name), out var rows) ? rows : null;

    private static Dictionary<(string, string), SqlRows> Table()
    {
        var table = new Dictionary<(string, string), SqlRows>();
        void Add(string type, SqlRows rows, params string[] names)
        {
            foreach (var name in names)
                table[(type, name)] = rows;
        }

        Add(SqlSymbols.Dapper, SqlRows.Many, "Query", "QueryAsync", "QueryMultiple", "QueryMultipleAsync", "ExecuteReader", "ExecuteReaderAsync");
        Add(SqlSymbols.Dapper, SqlRows.One, "QueryFirst", "QueryFirstAsync", "QueryFirstOrDefault", "QueryFirstOrDefaultAsync", "QuerySingle", "QuerySingleAsync", "QuerySingleOrDefault", "QuerySingleOrDefaultAsync", "ExecuteScalar", "ExecuteScalarAsync");
        Add(SqlSymbols.Dapper, SqlRows.Streamed, "QueryUnbufferedAsync");
        Add(SqlSymbols.Dapper, SqlRows.None, "Execute", "ExecuteAsync");
        Add(SqlSymbols.DbCommand, SqlRows.Many, "ExecuteReader", "ExecuteReaderAsync");
        Add(SqlSymbols.DbCommand, SqlRows.One, "ExecuteScalar", "ExecuteScalarAsync");
        Add(SqlSymbols.DbCommand, SqlRows.None, "ExecuteNonQuery", "ExecuteNonQueryAsync");
        Add(SqlSymbols.DataAdapter, SqlRows.Many, "Fill");
        Add(SqlSymbols.EfQueryable, SqlRows.Composed, "FromSql", "FromSqlRaw", "FromSqlInterpolated");
        Add(SqlSymbols.EfDatabase, SqlRows.Composed, "SqlQuery", "SqlQueryRaw");
        Add(SqlSymbols.EfDatabase, SqlRows.None, "ExecuteSql", "ExecuteSqlAsync", "ExecuteSqlRaw", "ExecuteSqlRawAsync", "ExecuteSqlInterpolated", "ExecuteSqlInterpolatedAsync");
        return table;
    }
}
