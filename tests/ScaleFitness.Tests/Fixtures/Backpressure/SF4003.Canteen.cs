// composed
using System.Threading.RateLimiting;
using Canteen;
using Microsoft.AspNetCore.RateLimiting;

// The global limiter tells schools apart before a policy counts all together: two walls.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped<ICurrentTenant, CurrentTenant>();
builder.Services.AddRateLimiter(limiter =>
{
    limiter.AddConcurrencyLimiter("kitchen", o => o.PermitLimit = 20);
    limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(_ => RateLimitPartition.GetConcurrencyLimiter("all", _ => new() { PermitLimit = 200 })),
        PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetFixedWindowLimiter(context.Request.RouteValues["tenant"] as string ?? "", _ => new() { PermitLimit = 50, Window = TimeSpan.FromMinutes(1) })));
});
var app = builder.Build();
app.UseRouting();
app.UseRateLimiter();
app.MapPost("/{tenant}/meals", (string tenant) => tenant).RequireRateLimiting("kitchen");
app.MapGet("/{tenant}/meals", (string tenant) => tenant);
app.Run();

namespace Canteen
{
    public interface ICurrentTenant;

    public class CurrentTenant : ICurrentTenant;
}
