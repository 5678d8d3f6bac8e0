using System.Linq.Expressions;

namespace Ardalis.Specification;

public interface ISpecification<T>;

public interface ISpecificationBuilder<T>;

public interface IOrderedSpecificationBuilder<T> : ISpecificationBuilder<T>;

public class Specification<T> : ISpecification<T>
{
    public virtual ISpecificationBuilder<T> Query { get; } = null!;
}

public static class SpecificationBuilderExtensions
{
    public static ISpecificationBuilder<T> Where<T>(this ISpecificationBuilder<T> builder, Expression<Func<T, bool>> criteria) => builder;

    public static ISpecificationBuilder<T> Where<T>(this ISpecificationBuilder<T> builder, Expression<Func<T, bool>> criteria, bool condition) => builder;

    public static IOrderedSpecificationBuilder<T> OrderBy<T>(this ISpecificationBuilder<T> builder, Expression<Func<T, object?>> order) => null!;

    public static ISpecificationBuilder<T> Search<T>(this ISpecificationBuilder<T> builder, Expression<Func<T, string>> selector, string term, int group = 1) where T : class => builder;

    public static ISpecificationBuilder<T> Skip<T>(this ISpecificationBuilder<T> builder, int skip) => builder;

    public static ISpecificationBuilder<T> Take<T>(this ISpecificationBuilder<T> builder, int take) => builder;
}

public interface IReadRepositoryBase<T> where T : class
{
    Task<T?> FirstOrDefaultAsync(ISpecification<T> specification, CancellationToken cancellationToken = default);

    Task<List<T>> ListAsync(CancellationToken cancellationToken = default);

    Task<List<T>> ListAsync(ISpecification<T> specification, CancellationToken cancellationToken = default);

    Task<int> CountAsync(ISpecification<T> specification, CancellationToken cancellationToken = default);
}

public interface IRepositoryBase<T> : IReadRepositoryBase<T> where T : class
{
    Task<T> AddAsync(T entity, CancellationToken cancellationToken = default);
}
