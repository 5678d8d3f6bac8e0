using Microsoft.EntityFrameworkCore;

namespace Storefront.Data;

/// <summary>The shop's database.</summary>
public class StorefrontDb(DbContextOptions<StorefrontDb> options) : DbContext(options)
{
    public DbSet<Product> Products => Set<Product>();

    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<Basket> Baskets => Set<Basket>();

    public DbSet<Review> Reviews => Set<Review>();

    public DbSet<Subscriber> Subscribers => Set<Subscriber>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Product>().HasIndex(product => product.Sku).IsUnique();
        model.Entity<Product>().HasIndex(product => product.Stock);
        model.Entity<Order>().HasIndex(order => new { order.CustomerId, order.PlacedAt });
        model.Entity<Order>().HasIndex(order => order.PlacedAt);
        model.Entity<Basket>().HasIndex(basket => basket.TouchedAt);
        model.Entity<Review>().HasIndex(review => new { review.ProductId, review.CustomerId }).IsUnique();
        model.Entity<Review>().HasIndex(review => review.WrittenAt);
        model.Entity<Subscriber>().HasIndex(subscriber => subscriber.Email);
    }
}
