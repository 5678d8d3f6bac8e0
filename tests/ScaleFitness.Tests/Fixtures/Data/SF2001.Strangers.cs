using Microsoft.EntityFrameworkCore;
using Strangers;

// Whose rows they are, told by ids of what is no entity here.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<LettersContext>(o => o.UseNpgsql("Host=db"));
var app = builder.Build();
app.MapGet("/mine", async (LettersContext db, string user) =>
{
    return await db.Letters.Where(l => l.OwnerId == user).ToListAsync(); // finding SF2001 LOW
});
app.MapGet("/sent", async (LettersContext db, Guid person) =>
{
    return await db.Letters.Where(l => l.SendingUserId == person).ToListAsync(); // finding SF2001 LOW
});
app.MapGet("/state/{state}", async (LettersContext db, int state) =>
{
    return await db.Letters.Where(l => l.StateId == state).ToListAsync(); // finding SF2001 HIGH: not a parent, however it is named
});
app.MapGet("/tenant", async (LettersContext db, int tenant) =>
{
    return await db.Letters.Where(l => l.TenantId == tenant).ToListAsync(); // finding SF2001 HIGH: a tenant has a share of the table
});
app.MapGet("/tenant/mine", async (LettersContext db, int tenant, string user) =>
{
    return await db.Letters.Where(l => l.TenantId == tenant && l.OwnerId == user).ToListAsync(); // finding SF2001 LOW
});
app.MapGet("/tenant/one", async (LettersContext db, int tenant, int id) => await db.Letters.Where(l => l.TenantId == tenant && l.Id == id).ToListAsync());
app.Run();

namespace Strangers
{
    public class Tenant
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
    }

    public class Letter
    {
        public int Id { get; set; }
        public int TenantId { get; set; }
        public Tenant? Tenant { get; set; }
        public string OwnerId { get; set; } = "";
        public Guid SendingUserId { get; set; }
        public int StateId { get; set; }
    }

    public class LettersContext(DbContextOptions<LettersContext> options) : DbContext(options)
    {
        public DbSet<Tenant> Tenants => Set<Tenant>();

        public DbSet<Letter> Letters => Set<Letter>();
    }
}
