// composed
using System.Threading.RateLimiting;
using Early;

// The limiter runs before anybody is signed in: all tenants are the same nobody to it.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuthentication();
builder.Services.AddScoped<ITenantContext, TenantContext>();
builder.Services.AddRateLimiter(limiter =>
{
    limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => // finding SF4003 HIGH
        RateLimitPartition.GetFixedWindowLimiter(context.User.FindFirst("tenant")?.Value ?? "none", _ => new() { PermitLimit = 50, Window = TimeSpan.FromMinutes(1) }));
});
var app = builder.Build();
app.UseRouting();
app.UseRateLimiter();
app.UseAuthentication();
app.MapGet("/birds", () => "birds");
app.Run();

namespace Early
{
    public interface ITenantContext;

    public class TenantContext : ITenantContext;
}
