// composed
using Microsoft.EntityFrameworkCore;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

var builder = WebApplication.CreateBuilder(args);
var text = builder.Configuration.GetConnectionString("Harbour")!;
var hardened = new Hardened();
builder.Services.AddDbContext<Ships>(o => o.UseNpgsql(text, hardened.Options));
builder.Services.AddDbContext<Berths>(hardened.Set(text));
builder.Services.AddDbContext<Cranes>(o => o.UseNpgsql(text)); // finding SF2015 MEDIUM
builder.Services.AddDbContextFactory<Tides>(o => o.UseNpgsql(text, Plain.Options)); // finding SF2015 MEDIUM: options that only the host can follow
builder.Services.AddDbContext<Logs>(o => o.UseInMemoryDatabase("logs"));
builder.Services.AddDbContext<Pilots>();
builder.Services.ConfigureDbContext<Pilots>(o => o.UseNpgsql(text, n => n.EnableRetryOnFailure()));
builder.Services.AddDbContext<Buoys>(o =>
{
    if (builder.Configuration["Buoys"] == "postgres")
        o.UseNpgsql(text); // finding SF2015 @low: as composed, the context is elsewhere
    else
        o.UseInMemoryDatabase("buoys");
});
var app = builder.Build();
app.MapGet("/", () => "");
app.Run();

public sealed class Hardened
{
    public Action<NpgsqlDbContextOptionsBuilder> Options { get; } = n => n.EnableRetryOnFailure();

    public Action<DbContextOptionsBuilder> Set(string text) => o => o.UseNpgsql(text, Options);
}

public static class Plain
{
    public static Action<NpgsqlDbContextOptionsBuilder> Options { get; } = n => n.CommandTimeout(20);
}

public sealed class Ships(DbContextOptions<Ships> options) : DbContext(options);
public sealed class Berths(DbContextOptions<Berths> options) : DbContext(options);
public sealed class Cranes(DbContextOptions<Cranes> options) : DbContext(options);
public sealed class Tides(DbContextOptions<Tides> options) : DbContext(options);
public sealed class Logs(DbContextOptions<Logs> options) : DbContext(options);
public sealed class Buoys(DbContextOptions<Buoys> options) : DbContext(options);
public sealed class Pilots(DbContextOptions<Pilots> options) : DbContext(options);
