namespace Microsoft.EntityFrameworkCore
{
    public static class SqliteDbContextOptionsBuilderExtensions
    {
        public static DbContextOptionsBuilder UseSqlite(this DbContextOptionsBuilder optionsBuilder, string? connectionString, Action<object>? sqliteOptionsAction = null) => optionsBuilder;
    }
}
