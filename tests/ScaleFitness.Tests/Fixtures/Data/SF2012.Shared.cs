using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Migrations;
using Shared;

// A configuration of a base class, an index made by hand in a migration, and a model that nobody declares.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<SharedDb>(o => o.UseNpgsql("Host=db"));
var app = builder.Build();
app.MapGet("/items", (Guid key, SharedDb db) => db.Items.SingleAsync(i => i.PublicKey == key));
app.MapGet("/items/code", (string code, SharedDb db) => db.Items.SingleAsync(i => i.Code == code));
app.MapGet("/items/label", (string label, SharedDb db) => db.Items.SingleAsync(i => i.Label == label)); // finding SF2012
app.MapGet("/unknown", (string label, IQueryable<Stranger> strangers) => strangers.SingleAsync(s => s.Label == label));
app.MapGet("/views", (string label, SharedDb db) => db.Set<Report>().SingleAsync(s => s.Label == label));
app.Run();

namespace Shared
{
    public abstract class Base
    {
        public int Id { get; set; }
        public Guid PublicKey { get; set; }
    }

    public class Item : Base
    {
        public string Code { get; set; } = "";
        public string Label { get; set; } = "";
    }

    public class Report
    {
        public string Label { get; set; } = "";
    }

    public class Stranger
    {
        public int Id { get; set; }
        public string Label { get; set; } = "";
    }

    public abstract class BaseConfiguration<T> : IEntityTypeConfiguration<T> where T : Base
    {
        public virtual void Configure(EntityTypeBuilder<T> builder)
        {
            builder.HasKey(b => b.Id);
            builder.HasIndex(b => b.PublicKey);
        }
    }

    public class ItemConfiguration : BaseConfiguration<Item>;

    public class AddCodeIndex : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE INDEX CONCURRENTLY ix_items_code ON \"Items\" (\"Code\")");
    }

    public class SharedDb(DbContextOptions<SharedDb> options) : DbContext(options)
    {
        public DbSet<Item> Items => Set<Item>();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.ApplyConfiguration(new ItemConfiguration());
            modelBuilder.Entity<Report>().HasNoKey();
        }
    }
}
