// composed
using Microsoft.EntityFrameworkCore;

// A token that a base class of a library brings, and one that the model adds by itself.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<VaultContext>(o => o.UseInMemoryDatabase("vault"));
builder.Services.AddScoped<Vaults>();
var app = builder.Build();
app.MapPost("/safes/{id}", (Vaults vaults, int id, decimal amount) => vaults.Put(id, amount));
app.MapPost("/boxes/{id}", (Vaults vaults, int id, string label) => vaults.Label(id, label));
app.Run();

public sealed class Safe { public int Id { get; set; } public decimal Amount { get; set; } }
public sealed class Box { public int Id { get; set; } public string Label { get; set; } = ""; }

public sealed class VaultContext(DbContextOptions<VaultContext> options) : DbContext(options)
{
    public DbSet<Safe> Safes => Set<Safe>();
    public DbSet<Box> Boxes => Set<Box>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        var token = model.Model.FindEntityType(typeof(Safe))!.AddProperty("Version", typeof(int));
        token.IsConcurrencyToken = true;
    }
}

public sealed class Vaults(VaultContext db)
{
    public async Task Put(int id, decimal amount)
    {
        var safe = await db.Safes.SingleAsync(s => s.Id == id);
        safe.Amount += amount;
        await db.SaveChangesAsync();
    }

    public async Task Label(int id, string label)
    {
        var box = await db.Boxes.SingleAsync(b => b.Id == id);
        box.Label = label; // finding SF2020 LOW
        await db.SaveChangesAsync();
    }
}
