using Microsoft.EntityFrameworkCore;
using Production;

// Where it matters, and nowhere else: that the environment is asked is no flag.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<TicketsDb>(o => o.UseNpgsql(builder.Configuration.GetConnectionString("Tickets")));
var app = builder.Build();
if (!app.Environment.IsDevelopment())
{
    using var scope = app.Services.CreateScope();
    scope.ServiceProvider.GetRequiredService<TicketsDb>().Database.EnsureCreated(); // finding SF1013 MEDIUM
}

if (args is ["migrate"])
{
    using var scope = app.Services.CreateScope();
    scope.ServiceProvider.GetRequiredService<TicketsDb>().Database.EnsureCreated();
    return;
}

app.MapGet("/", () => "tickets");
app.Run();

namespace Production
{
    public class TicketsDb(DbContextOptions<TicketsDb> options) : DbContext(options);
}
