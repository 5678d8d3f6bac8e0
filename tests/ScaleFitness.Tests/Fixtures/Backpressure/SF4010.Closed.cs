// composed
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authorization;

// A fallback policy closes whatever does not say otherwise: strangers get no further than the door.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuthentication();
builder.Services.AddAuthorization(o => o.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
builder.Services.AddRateLimiter(limiter =>
{
    limiter.AddPolicy("members", context =>
    {
        if (context.User.Identity is not { IsAuthenticated: true } member)
            return RateLimitPartition.GetNoLimiter("");
        return RateLimitPartition.GetFixedWindowLimiter(member.Name ?? "", _ => new() { PermitLimit = 10, Window = TimeSpan.FromMinutes(1) });
    });
    limiter.AddPolicy("guests", context =>
    {
        if (context.User.Identity is not { IsAuthenticated: true } guest)
            return RateLimitPartition.GetNoLimiter(""); // finding SF4010 HIGH @high: this one is open to them
        return RateLimitPartition.GetFixedWindowLimiter(guest.Name ?? "", _ => new() { PermitLimit = 10, Window = TimeSpan.FromMinutes(1) });
    });
});
var app = builder.Build();
app.UseAuthentication();
app.UseRateLimiter();
app.UseAuthorization();
app.MapGet("/members", () => "members").RequireRateLimiting("members");
app.MapGet("/guests", () => "guests").RequireRateLimiting("guests").AllowAnonymous();
app.Run();
