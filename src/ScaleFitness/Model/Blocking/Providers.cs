using ScaleFitness.Code.Calls;

namespace ScaleFitness.Model.Blocking;

/// <summary>Which databases the app connects to, by the calls that do.</summary>
internal static class Providers
{
    private static readonly HashSet<string> Sqlite = ["UseSqlite", "AddSqlite", "SqliteConnection"];

    private static readonly HashSet<string> Others =
    [
        "UseSqlServer", "UseAzureSql", "UseNpgsql", "UseMySql", "UseMySQL", "UseOracle", "UseCosmos", "UseMongoDB", "UseFirebird", "UseDb2", "AddSqlServer", "AddNpgsql",
        "SqlConnection", "NpgsqlConnection", "MySqlConnection", "OracleConnection", "NpgsqlDataSourceBuilder", "MongoClient", "CosmosClient", "AmazonDynamoDBClient",
    ];

    /// <summary>Names of methods, and of types that are made.</summary>
    public static IEnumerable<string> Names => Sqlite.Concat(Others);

    /// <summary>Whether SQLite is the only one.</summary>
    public static bool AreSqliteOnly(CallIndex index) =>
        index.Mentioning(Sqlite.Contains).Any() && !index.Mentioning(Others.Contains).Any();
}
