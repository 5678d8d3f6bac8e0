using Microsoft.EntityFrameworkCore;

// Gone with the process anyway, and meant to be.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<DemoContext>(o => o.UseSqlite("Data Source=demo;Mode=Memory;Cache=Shared"));
var app = builder.Build();
app.MapGet("/", (DemoContext db) => db.Model.GetEntityTypes().Count());
app.Run();

public class DemoContext(DbContextOptions<DemoContext> options) : DbContext(options);
