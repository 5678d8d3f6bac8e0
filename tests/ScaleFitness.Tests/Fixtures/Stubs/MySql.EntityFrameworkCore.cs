namespace Microsoft.EntityFrameworkCore;

public static class MySQLDbContextOptionsExtensions
{
    public static DbContextOptionsBuilder UseMySQL(this DbContextOptionsBuilder optionsBuilder, string connectionString) => optionsBuilder;
}
