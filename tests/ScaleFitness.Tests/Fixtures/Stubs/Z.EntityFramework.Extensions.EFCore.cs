public static class DbContextExtensions
{
    public static Task BulkMergeAsync<T>(this Microsoft.EntityFrameworkCore.DbContext context, IEnumerable<T> entities) where T : class => Task.CompletedTask;
}
