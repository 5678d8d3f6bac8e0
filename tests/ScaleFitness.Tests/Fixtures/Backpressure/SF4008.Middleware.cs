using Gate;
using Microsoft.EntityFrameworkCore;

// Not composed: middleware of the app's own ends requests.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<GateDb>(o => o.UseNpgsql("Host=nowhere"));
var app = builder.Build();
app.UseMiddleware<Deadline>();
app.MapGet("/gates", (GateDb db, CancellationToken token) => db.Gates.Take(9).ToListAsync(token));
app.Run();

namespace Gate
{
    public class Deadline(RequestDelegate next)
    {
        public async Task InvokeAsync(HttpContext context)
        {
            using var limited = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
            limited.CancelAfter(TimeSpan.FromSeconds(20));
            context.RequestAborted = limited.Token;
            await next(context);
        }
    }

    public class GateDb(DbContextOptions<GateDb> options) : DbContext(options)
    {
        public DbSet<Gates> Gates => Set<Gates>();
    }

    public class Gates
    {
        public int Id { get; set; }
    }
}
