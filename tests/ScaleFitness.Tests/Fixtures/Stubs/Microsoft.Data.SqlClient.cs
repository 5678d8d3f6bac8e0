namespace Microsoft.Data.SqlClient;

public enum ApplicationIntent { ReadWrite, ReadOnly }

public abstract class SqlConnection : System.Data.Common.DbConnection;

public abstract class SqlException : System.Data.Common.DbException;

public sealed class SqlConnectionStringBuilder : System.Data.Common.DbConnectionStringBuilder
{
    public ApplicationIntent ApplicationIntent { get; set; }
}
