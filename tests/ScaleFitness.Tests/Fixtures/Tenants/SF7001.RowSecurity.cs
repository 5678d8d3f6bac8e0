using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped<TenantInfo>();
builder.Services.AddDbContext<Harbour>(o => o.UseNpgsql("Host=db"));
var app = builder.Build();
// The database itself keeps tenants apart, by what each connection is told.
app.MapGet("/ships", (Harbour db) => db.Ships.Take(50).ToListAsync());
app.Run();

public class TenantInfo { public string Id { get; set; } = ""; }
public class Ship { public int Id { get; set; } public string TenantId { get; set; } = ""; }
public class Harbour(DbContextOptions<Harbour> options, TenantInfo tenant) : DbContext(options)
{
    public DbSet<Ship> Ships => Set<Ship>();
    protected override void OnConfiguring(DbContextOptionsBuilder builder) => builder.AddInterceptors(new Whose(tenant));
}
public class Whose(TenantInfo tenant) : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT set_config('app.tenant', $1, false)";
        var parameter = command.CreateParameter();
        parameter.Value = tenant.Id;
        command.Parameters.Add(parameter);
        command.ExecuteNonQuery();
    }
}
