namespace EFCore.BulkExtensions;

public static class DbContextBulkExtensions
{
    public static void BulkInsert<T>(this Microsoft.EntityFrameworkCore.DbContext context, IEnumerable<T> entities) where T : class { }
    public static Task BulkInsertAsync<T>(this Microsoft.EntityFrameworkCore.DbContext context, IEnumerable<T> entities) where T : class => Task.CompletedTask;
    public static Task BulkUpdateAsync<T>(this Microsoft.EntityFrameworkCore.DbContext context, IEnumerable<T> entities) where T : class => Task.CompletedTask;
}
