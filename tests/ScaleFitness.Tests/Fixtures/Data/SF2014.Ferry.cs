// composed
using Microsoft.EntityFrameworkCore;

// Connection strings that stand in no file: put together, or brought by a source of configuration of the app's own.
var builder = WebApplication.CreateBuilder(args);
builder.Configuration.AddInMemoryCollection(Vault.Secrets());
builder.Services.AddDbContext<Tickets>(o => o.UseNpgsql(builder.Configuration["vault:tickets"])); // finding SF2014 BLOCKER
builder.Services.AddDbContextPool<Decks>(o => o.UseNpgsql(builder.Configuration["vault:decks"]));
builder.Services.AddDbContext<Crew>(o => o.UseInMemoryDatabase("crew"));
var app = builder.Build();
app.MapGet("/", () => "");
app.Run();

public static class Vault
{
    public static Dictionary<string, string?> Secrets() => new()
    {
        ["vault:tickets"] = string.Join(';', "Host=db.internal", "Database=tickets", "Pooling=" + bool.FalseString),
        ["vault:decks"] = string.Join(';', "Host=db.internal", "Database=decks", "Pooling=" + bool.TrueString),
    };
}

public sealed class Tickets(DbContextOptions<Tickets> options) : DbContext(options);
public sealed class Decks(DbContextOptions<Decks> options) : DbContext(options);
public sealed class Crew(DbContextOptions<Crew> options) : DbContext(options);
