using System.Linq.Expressions;

namespace System.Data.Entity;

public interface IDbSet<T> : IQueryable<T>
    where T : class
{
    T Add(T entity);
    T Find(params object[] keyValues);
}

public class DbSet<T> : IDbSet<T>
    where T : class
{
    public virtual T Add(T entity) => entity;
    public virtual T Find(params object[] keyValues) => null!;
    public virtual Task<T> FindAsync(params object[] keyValues) => null!;
    public Type ElementType => typeof(T);
    public Expression Expression => null!;
    public IQueryProvider Provider => null!;
    public IEnumerator<T> GetEnumerator() => null!;
    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!;
}

public class DbContext : IDisposable
{
    public DbContext() { }
    public DbContext(string nameOrConnectionString) { }
    public virtual DbSet<T> Set<T>() where T : class => null!;
    public virtual int SaveChanges() => 0;
    public virtual Task<int> SaveChangesAsync() => null!;
    public virtual Task<int> SaveChangesAsync(CancellationToken cancellationToken) => null!;
    public void Dispose() { }
}

public static class QueryableExtensions
{
    public static Task<List<T>> ToListAsync<T>(this IQueryable<T> source) => null!;
    public static Task<T> FirstOrDefaultAsync<T>(this IQueryable<T> source) => null!;
    public static IQueryable<T> Include<T, TProperty>(this IQueryable<T> source, Expression<Func<T, TProperty>> path) => null!;
    public static IQueryable<T> AsNoTracking<T>(this IQueryable<T> source) where T : class => null!;
}
