using Microsoft.EntityFrameworkCore;

namespace Storefront.Data;

/// <summary>The shop's database.</summary>
public class StorefrontDb(DbContextOptions<StorefrontDb> options) : DbContext(options)
{
    public DbSet<Product> Products => Set<Product>();

    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<Basket> Baskets => Set<Basket>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Product>().HasIndex(product => product.Sku).IsUnique();
        model.Entity<Order>().HasIndex(order => new { order.CustomerId, order.PlacedAt });
    }
}
