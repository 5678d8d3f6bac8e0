using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Microsoft.EntityFrameworkCore
{
    public static class CosmosDbContextOptionsExtensions
    {
        public static DbContextOptionsBuilder UseCosmos(this DbContextOptionsBuilder optionsBuilder, string connectionString, string databaseName) => optionsBuilder;
    }

    public static class CosmosEntityTypeBuilderExtensions
    {
        public static EntityTypeBuilder HasPartitionKey(this EntityTypeBuilder entityTypeBuilder, string? name) => entityTypeBuilder;
        public static EntityTypeBuilder<TEntity> HasPartitionKey<TEntity>(this EntityTypeBuilder<TEntity> entityTypeBuilder, string? name) where TEntity : class => entityTypeBuilder;
        public static EntityTypeBuilder<TEntity> HasPartitionKey<TEntity, TProperty>(this EntityTypeBuilder<TEntity> entityTypeBuilder, Expression<Func<TEntity, TProperty>> propertyExpression) where TEntity : class => entityTypeBuilder;
    }

    public static class CosmosQueryableExtensions
    {
        public static IQueryable<TEntity> WithPartitionKey<TEntity>(this IQueryable<TEntity> source, string partitionKey) where TEntity : class => source;
    }
}
