namespace ScaleFitness.Model.Sql;

/// <summary>Names of the types that take SQL: a test resolves each against the framework or the package.</summary>
internal static class SqlSymbols
{
    public const string Dapper = "Dapper.SqlMapper";
    public const string DapperCommand = "Dapper.CommandDefinition";
    public const string DbCommand = "System.Data.Common.DbCommand";
    public const string DbDataReader = "System.Data.Common.DbDataReader";
    public const string DataReaderInterface = "System.Data.IDataReader";
    public const string DataRecordInterface = "System.Data.IDataRecord";
    public const string DbCommandInterface = "System.Data.IDbCommand";
    public const string DataAdapter = "System.Data.Common.DataAdapter";
    public const string DataTable = "System.Data.DataTable";
    public const string EfDatabase = "Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions";
    public const string EfQueryable = "Microsoft.EntityFrameworkCore.RelationalQueryableExtensions";
}
