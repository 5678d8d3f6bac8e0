namespace Oracle.ManagedDataAccess.Client;

public abstract class OracleConnection : System.Data.Common.DbConnection;
