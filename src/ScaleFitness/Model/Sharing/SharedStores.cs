namespace ScaleFitness.Model.Sharing;

/// <summary>Words by which packages name the stores that all instances reach.</summary>
internal static class SharedStores
{
    private static readonly string[] Words =
    [
        "Redis", "Valkey", "Garnet", "SqlServer", "Sql", "Postgres", "MySql", "MariaDb", "Oracle", "Cosmos", "Mongo", "Dynamo", "AWS", "Azure", "Blob", "Google", "Firestore",
        "NCache", "Memcached", "Hazelcast", "Couchbase", "Ignite", "EntityFramework", "DbContext", "RavenDb", "Marten", "Orleans", "Etcd", "Consul", "Vault", "Kubernetes", "S3",
    ];

    public static bool IsNamedIn(string name) => Words.Any(w => name.Contains(w, StringComparison.OrdinalIgnoreCase));
}
