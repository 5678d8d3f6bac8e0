namespace Microsoft.Extensions.Caching.SqlServer
{
    public class SqlServerCacheOptions
    {
        public string? ConnectionString { get; set; }

        public string? SchemaName { get; set; }

        public string? TableName { get; set; }
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    using Microsoft.Extensions.Caching.SqlServer;

    public static class SqlServerCachingServicesExtensions
    {
        public static IServiceCollection AddDistributedSqlServerCache(this IServiceCollection services, Action<SqlServerCacheOptions> setupAction) => services;
    }
}
