using Microsoft.EntityFrameworkCore;
using Migrations;

// Every instance migrates: EF Core 9 and later locks its migrations, and nothing locks the creation of a schema.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<ShopContext>(o => o.UseNpgsql(builder.Configuration.GetConnectionString("Shop")));
builder.Services.AddDbContext<AuditContext>(o => o.UseNpgsql(builder.Configuration.GetConnectionString("Audit")));
builder.Services.AddHostedService<Seeding>();
var app = builder.Build();
await app.Services.MigrateAsync<ShopContext>();
if (app.Environment.IsDevelopment())
    app.Services.CreateScope().ServiceProvider.GetRequiredService<AuditContext>().Database.EnsureCreated();
if (app.Configuration.GetValue<bool>("Database:Migrate"))
    Schema.Migrate(app.Services);
if (args.Contains("--create"))
{
    Schema.Create(app.Services);
    return;
}

app.MapPost("/admin/migrate", (ShopContext db) => db.Database.MigrateAsync());
app.Run();

namespace Migrations
{
    public class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options);

    public class AuditContext(DbContextOptions<AuditContext> options) : DbContext(options);

    public static class Schema
    {
        public static async Task MigrateAsync<T>(this IServiceProvider services)
            where T : DbContext
        {
            using var scope = services.CreateScope();
            await scope.ServiceProvider.GetRequiredService<T>().Database.MigrateAsync(); // finding SF1013 LOW @high
        }

        public static void Migrate(IServiceProvider services)
        {
            using var scope = services.CreateScope();
            scope.ServiceProvider.GetRequiredService<ShopContext>().Database.Migrate();
        }

        public static void Create(IServiceProvider services)
        {
            using var scope = services.CreateScope();
            scope.ServiceProvider.GetRequiredService<ShopContext>().Database.EnsureCreated();
        }
    }

    public class Seeding(IServiceScopeFactory scopes) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<AuditContext>();
            await db.Database.EnsureCreatedAsync(cancellationToken); // finding SF1013 MEDIUM @high
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
