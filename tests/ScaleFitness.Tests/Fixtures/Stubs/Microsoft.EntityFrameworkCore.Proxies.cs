using Microsoft.EntityFrameworkCore;

namespace Microsoft.EntityFrameworkCore
{
    public static class ProxiesExtensions
    {
        public static DbContextOptionsBuilder UseLazyLoadingProxies(this DbContextOptionsBuilder optionsBuilder, bool useLazyLoadingProxies = true) => optionsBuilder;
        public static DbContextOptionsBuilder<TContext> UseLazyLoadingProxies<TContext>(this DbContextOptionsBuilder<TContext> optionsBuilder, bool useLazyLoadingProxies = true) where TContext : DbContext => optionsBuilder;
    }
}
