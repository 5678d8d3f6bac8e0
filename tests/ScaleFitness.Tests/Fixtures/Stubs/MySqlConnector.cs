namespace MySqlConnector;

public abstract class MySqlConnection : System.Data.Common.DbConnection;

public abstract class MySqlException : System.Data.Common.DbException;

public sealed class MySqlConnectionStringBuilder : System.Data.Common.DbConnectionStringBuilder
{
    public uint MaximumPoolSize { get; set; }
}
