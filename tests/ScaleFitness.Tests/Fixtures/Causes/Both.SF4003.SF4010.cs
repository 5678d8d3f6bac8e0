using System.Threading.RateLimiting;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped<ITenantContext, TenantContext>();
builder.Services.AddRateLimiter(limiter => limiter.AddPolicy("imports", context =>
{
    if (context.User.FindFirst("tenant") is { } tenant)
        return RateLimitPartition.GetFixedWindowLimiter(tenant.Value, _ => new() { PermitLimit = 10, Window = TimeSpan.FromHours(1) });
    return RateLimitPartition.GetNoLimiter("");
}));
var app = builder.Build();
app.UseRateLimiter();
app.MapPost("/imports", () => "import").RequireRateLimiting("imports");
app.Run();

public interface ITenantContext;

public class TenantContext : ITenantContext;
