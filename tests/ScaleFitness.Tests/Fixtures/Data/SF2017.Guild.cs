// composed
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<GuildContext>(o => o.UseNpgsql("Host=db.internal"));
builder.Services.AddScoped<Guilds>();
var app = builder.Build();
app.MapPost("/members", (Guilds guilds, string mail) => guilds.Join(mail));
app.MapPost("/badges", (Guilds guilds, string name) => guilds.Award(name));
app.MapPost("/pairs", (Guilds guilds, int a, int b) => guilds.Pair(a, b));
app.Run();

[AttributeUsage(AttributeTargets.Property)]
public sealed class OnlyOnceAttribute : Attribute;

public sealed class Member { public int Id { get; set; } [OnlyOnce] public string Mail { get; set; } = ""; }
public sealed class Badge { public int Id { get; set; } public string Name { get; set; } = ""; }
public sealed class Pair { public int First { get; set; } public int Second { get; set; } public int Rank { get; set; } }

public sealed class GuildContext(DbContextOptions<GuildContext> options) : DbContext(options)
{
    public DbSet<Member> Members => Set<Member>();
    public DbSet<Badge> Badges => Set<Badge>();
    public DbSet<Pair> Pairs => Set<Pair>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity(typeof(Pair)).HasKey("First", "Second");
        foreach (var property in model.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).ToList())
            if (property.PropertyInfo is { } info && Attribute.IsDefined(info, typeof(OnlyOnceAttribute)))
                model.Entity(property.DeclaringType.ClrType).HasIndex(property.Name).IsUnique();
    }
}

public sealed class Guilds(GuildContext db)
{
    public async Task<bool> Join(string mail)
    {
        if (await db.Members.AnyAsync(m => m.Mail == mail))
            return false;
        db.Members.Add(new() { Mail = mail });
        return await db.SaveChangesAsync() > 0;
    }

    public async Task<bool> Award(string name)
    {
        if (await db.Badges.AnyAsync(b => b.Name == name)) // finding SF2017 MEDIUM @high: the host knows of no such index
            return false;
        db.Badges.Add(new() { Name = name });
        return await db.SaveChangesAsync() > 0;
    }

    public async Task Pair(int first, int second)
    {
        if (await db.Pairs.FirstOrDefaultAsync(p => p.First == first && p.Second == second) is null)
            db.Pairs.Add(new() { First = first, Second = second });
        await db.SaveChangesAsync();
    }
}
