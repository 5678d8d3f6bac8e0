using Microsoft.EntityFrameworkCore;

namespace Ardalis.Specification.EntityFrameworkCore;

public abstract class RepositoryBase<T>(DbContext context) : IRepositoryBase<T> where T : class
{
    public virtual Task<T?> FirstOrDefaultAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        context.Set<T>().FirstOrDefaultAsync(cancellationToken);

    public virtual Task<List<T>> ListAsync(CancellationToken cancellationToken = default) => context.Set<T>().ToListAsync(cancellationToken);

    public virtual Task<List<T>> ListAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) => context.Set<T>().ToListAsync(cancellationToken);

    public virtual Task<int> CountAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) => context.Set<T>().CountAsync(cancellationToken);

    public virtual async Task<T> AddAsync(T entity, CancellationToken cancellationToken = default)
    {
        await context.AddAsync(entity, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        return entity;
    }
}
