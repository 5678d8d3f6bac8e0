using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Microsoft.EntityFrameworkCore
{
    public static class SqlServerDbContextOptionsExtensions
    {
        public static DbContextOptionsBuilder UseSqlServer(this DbContextOptionsBuilder optionsBuilder, string? connectionString, Action<SqlServerDbContextOptionsBuilder>? sqlServerOptionsAction = null) => optionsBuilder;

        public static DbContextOptionsBuilder UseAzureSql(this DbContextOptionsBuilder optionsBuilder, string? connectionString, Action<SqlServerDbContextOptionsBuilder>? azureSqlOptionsAction = null) => optionsBuilder;
    }
}

namespace Microsoft.EntityFrameworkCore.Infrastructure
{
    public class SqlEngineDbContextOptionsBuilder
    {
        public virtual SqlEngineDbContextOptionsBuilder EnableRetryOnFailureByDefault(bool enable = true) => this;
    }

    public class SqlServerDbContextOptionsBuilder
    {
        public virtual SqlServerDbContextOptionsBuilder EnableRetryOnFailure() => this;
        public virtual SqlServerDbContextOptionsBuilder EnableRetryOnFailure(int maxRetryCount) => this;
        public virtual SqlServerDbContextOptionsBuilder CommandTimeout(int? commandTimeout) => this;
        public virtual SqlServerDbContextOptionsBuilder ExecutionStrategy(Func<Storage.ExecutionStrategyDependencies, Storage.IExecutionStrategy> getExecutionStrategy) => this;
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class SqlServerServiceCollectionExtensions
    {
        public static IServiceCollection AddSqlServer<TContext>(this IServiceCollection serviceCollection, string? connectionString, Action<SqlServerDbContextOptionsBuilder>? sqlServerOptionsAction = null, Action<Microsoft.EntityFrameworkCore.DbContextOptionsBuilder>? optionsAction = null)
            where TContext : Microsoft.EntityFrameworkCore.DbContext => serviceCollection;
    }
}
