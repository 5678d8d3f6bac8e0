using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Microsoft.EntityFrameworkCore.Infrastructure
{
    public class SqliteDbContextOptionsBuilder
    {
    }
}

namespace Microsoft.EntityFrameworkCore
{
    public static class SqliteDbContextOptionsBuilderExtensions
    {
        public static DbContextOptionsBuilder UseSqlite(this DbContextOptionsBuilder optionsBuilder, string? connectionString, Action<SqliteDbContextOptionsBuilder>? sqliteOptionsAction = null) => optionsBuilder;
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class SqliteServiceCollectionExtensions
    {
        public static IServiceCollection AddSqlite<TContext>(this IServiceCollection serviceCollection, string? connectionString)
            where TContext : Microsoft.EntityFrameworkCore.DbContext => serviceCollection;
    }
}
