namespace Microsoft.EntityFrameworkCore;

public static class FbDbContextOptionsBuilderExtensions
{
    public static DbContextOptionsBuilder UseFirebird(this DbContextOptionsBuilder optionsBuilder, string connectionString) => optionsBuilder;
}
