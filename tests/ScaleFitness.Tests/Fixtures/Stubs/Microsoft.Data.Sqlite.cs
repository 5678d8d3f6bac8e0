namespace Microsoft.Data.Sqlite;

public abstract class SqliteConnection : System.Data.Common.DbConnection;
