namespace Microsoft.EntityFrameworkCore;

public static class MongoDbContextOptionsExtensions
{
    public static DbContextOptionsBuilder UseMongoDB(this DbContextOptionsBuilder optionsBuilder, string connectionString, string databaseName) => optionsBuilder;
}
