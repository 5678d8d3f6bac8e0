namespace Microsoft.EntityFrameworkCore;

public static class MySqlDbContextOptionsBuilderExtensions
{
    public static DbContextOptionsBuilder UseMySql(this DbContextOptionsBuilder optionsBuilder, string connectionString, object serverVersion) => optionsBuilder;
}
