namespace Microsoft.EntityFrameworkCore;

public static class OracleDbContextOptionsExtensions
{
    public static DbContextOptionsBuilder UseOracle(this DbContextOptionsBuilder optionsBuilder, string connectionString) => optionsBuilder;
}
