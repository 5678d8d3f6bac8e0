namespace Microsoft.EntityFrameworkCore;

public static class Db2DbContextOptionsExtensions
{
    public static DbContextOptionsBuilder UseDb2(this DbContextOptionsBuilder optionsBuilder, string connectionString, Action<object> db2OptionsAction) => optionsBuilder;
}
