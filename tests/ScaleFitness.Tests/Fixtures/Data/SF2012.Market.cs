// composed
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

// Indexes that only the model knows: added while it is walked, by reflection, by conventions for foreign keys of any name.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<MarketContext>(o => o.UseNpgsql("Host=db.internal;Database=market"));
builder.Services.AddScoped<Stalls>();
var app = builder.Build();
app.Services.CreateScope().ServiceProvider.GetRequiredService<MarketContext>().Database.Migrate();

app.MapGet("/goods/{code}", (MarketContext db, string code) => db.Goods.SingleOrDefaultAsync(g => g.Code == code));
app.MapGet("/goods/by-label", (MarketContext db, string label) => db.Goods.FirstOrDefaultAsync(g => g.Label == label)); // finding SF2012 HIGH
app.MapGet("/goods/by-maker", (MarketContext db, int maker) => db.Goods.Where(g => g.MakerRef == maker).Take(20).ToListAsync());
app.MapGet("/goods/of", (MarketContext db, int maker) => db.Goods.Where(g => g.Maker.Id == maker).Take(20).ToListAsync());
app.MapGet("/goods/of-stall", (MarketContext db, int stall) => db.Goods.CountAsync(g => EF.Property<int?>(g, "StallId") == stall));
app.MapGet("/stalls/{pitch}", (Stalls stalls, string pitch) => stalls.At(pitch));
app.MapGet("/stalls/phone", (Stalls stalls, string phone) => stalls.Call(phone));
app.MapGet("/makers/alias", (MarketContext db, string alias) => db.Makers.AnyAsync(m => m.Alias == alias)); // finding SF2012: the second column of an index
app.MapGet("/makers/name", (MarketContext db, string name, string alias) => db.Makers.AnyAsync(m => m.Name == name && m.Alias == alias));
app.MapGet("/makers/mail", (MarketContext db, string mail) => db.Makers.AnyAsync(m => m.Mail == mail));
app.Run();

public sealed class Good
{
    public int Id { get; set; }
    public string Code { get; set; } = "";
    public string Label { get; set; } = "";
    public int MakerRef { get; set; }
    public Maker Maker { get; set; } = null!;
}

public sealed class Maker { public int Id { get; set; } public string Name { get; set; } = ""; public string Alias { get; set; } = ""; public string Mail { get; set; } = ""; }

public sealed class Stall { public int Id { get; set; } public string Pitch { get; set; } = ""; public string Phone { get; set; } = ""; public List<Good> Goods { get; } = []; }

[AttributeUsage(AttributeTargets.Property)]
public sealed class LookedUpAttribute : Attribute;

public sealed class MarketContext(DbContextOptions<MarketContext> options) : DbContext(options)
{
    public DbSet<Good> Goods => Set<Good>();
    public DbSet<Maker> Makers => Set<Maker>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(MarketContext).Assembly);
        foreach (var entity in model.Model.GetEntityTypes())
            foreach (var name in new[] { "Code", "Pitch", "Mail" })
                if (entity.FindProperty(name) is { } property)
                    entity.AddIndex([property]).IsUnique = true;
    }
}

public sealed class GoodConfiguration : IEntityTypeConfiguration<Good>
{
    public void Configure(EntityTypeBuilder<Good> builder) => builder.HasOne(g => g.Maker).WithMany().HasForeignKey(g => g.MakerRef);
}

public sealed class MakerConfiguration : IEntityTypeConfiguration<Maker>
{
    public void Configure(EntityTypeBuilder<Maker> builder) => builder.HasIndex(m => new { m.Name, m.Alias });
}

public sealed class StallConfiguration : IEntityTypeConfiguration<Stall>
{
    public void Configure(EntityTypeBuilder<Stall> builder) => builder.ToTable("stalls", "square");
}

public sealed class Stalls(MarketContext db)
{
    public Task<Stall?> At(string pitch) => db.Set<Stall>().AsNoTracking().FirstOrDefaultAsync(s => s.Pitch == pitch);

    public async Task<string?> Call(string phone)
    {
        var stall = await db.Set<Stall>().FirstOrDefaultAsync(s => s.Phone == phone); // finding SF2012
        return stall?.Pitch;
    }
}
