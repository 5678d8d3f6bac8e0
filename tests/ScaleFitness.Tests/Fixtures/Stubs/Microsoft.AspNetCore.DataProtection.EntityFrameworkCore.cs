using Microsoft.EntityFrameworkCore;

namespace Microsoft.AspNetCore.DataProtection.EntityFrameworkCore
{
    public class DataProtectionKey
    {
        public int Id { get; set; }

        public string? FriendlyName { get; set; }

        public string? Xml { get; set; }
    }

    public interface IDataProtectionKeyContext
    {
        DbSet<DataProtectionKey> DataProtectionKeys { get; }
    }
}

namespace Microsoft.AspNetCore.DataProtection
{
    using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;

    public static class EntityFrameworkCoreDataProtectionExtensions
    {
        public static IDataProtectionBuilder PersistKeysToDbContext<TContext>(this IDataProtectionBuilder builder)
            where TContext : DbContext, IDataProtectionKeyContext => builder;
    }
}
