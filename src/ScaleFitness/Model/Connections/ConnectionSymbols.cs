namespace ScaleFitness.Model.Connections;

/// <summary>Names of the types that hold connections: a test resolves each against the framework or the package.</summary>
internal static class ConnectionSymbols
{
    public const string DbConnection = "System.Data.Common.DbConnection";
    public const string DbConnectionInterface = "System.Data.IDbConnection";
    public const string DbDataSource = "System.Data.Common.DbDataSource";
    public const string DbCommand = "System.Data.Common.DbCommand";
    public const string DbTransaction = "System.Data.Common.DbTransaction";
    public const string DataAdapter = "System.Data.Common.DataAdapter";
    public const string StringBuilder = "System.Data.Common.DbConnectionStringBuilder";
    public const string DbContext = "Microsoft.EntityFrameworkCore.DbContext";
    public const string DbContextFactory = "Microsoft.EntityFrameworkCore.IDbContextFactory`1";
    public const string OptionsBuilder = "Microsoft.EntityFrameworkCore.DbContextOptionsBuilder";
}
