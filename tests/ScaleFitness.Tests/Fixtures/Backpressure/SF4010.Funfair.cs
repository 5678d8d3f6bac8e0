// composed
using System.Collections.Concurrent;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Threading.RateLimiting;
using Funfair;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

// Each policy is asked with callers that differ in one thing.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuthentication("key").AddScheme<AuthenticationSchemeOptions, ApiKeys>("key", null);
builder.Services.AddAuthorization();
builder.Services.AddControllers();
builder.Services.AddRateLimiter(limiter =>
{
    limiter.AddPolicy("client", context =>
        Window(context.Request.Headers["X-Client-Id"].ToString())); // finding SF4010 HIGH @high: no one checks it
    limiter.AddPolicy("proxy", context =>
    {
        var first = context.Request.Headers["X-Forwarded-For"].FirstOrDefault()?.Split(',')[0];
        return RateLimitPartition.GetFixedWindowLimiter(first ?? context.Connection.RemoteIpAddress?.ToString() ?? "", _ => Limits.Options); // finding SF4010 HIGH @high: whoever sends it is believed
    });
    limiter.AddPolicy("ticket", context =>
        RateLimitPartition.GetFixedWindowLimiter($"ticket:{context.Request.Query["ticket"]}", _ => Limits.Options)); // finding SF4010 HIGH @high
    limiter.AddPolicy("browser", context =>
        RateLimitPartition.GetFixedWindowLimiter((context.Connection.RemoteIpAddress, context.Request.Headers.UserAgent.ToString()), _ => Limits.Options)); // finding SF4010 HIGH @high: the address does not help
    limiter.AddPolicy("visit", context =>
        RateLimitPartition.GetFixedWindowLimiter(context.Request.Cookies["visit"] ?? "", _ => Limits.Options)); // finding SF4010 HIGH @high
    limiter.AddPolicy("fresh", context =>
        RateLimitPartition.GetFixedWindowLimiter(context.TraceIdentifier, _ => Limits.Options)); // finding SF4010 HIGH @high: another for each request
    limiter.AddPolicy("guests", context => context.User.Identity is { IsAuthenticated: true, Name: { } name }
        ? RateLimitPartition.GetFixedWindowLimiter(name, _ => Limits.Options)
        : RateLimitPartition.GetNoLimiter("")); // the statement begins above
    limiter.AddPolicy("strangers", context =>
    {
        if (context.User.Identity?.IsAuthenticated != true)
            return RateLimitPartition.GetNoLimiter(""); // finding SF4010 HIGH @high: whoever is nobody is free
        return RateLimitPartition.GetFixedWindowLimiter(context.User.Identity.Name ?? "", _ => Limits.Options);
    });

    // What follows is right.
    limiter.AddPolicy("members", context => Window(context.User.FindFirstValue("sub") ?? context.Connection.RemoteIpAddress?.ToString() ?? ""));
    limiter.AddPolicy("key", context => Window(context.Request.Headers["X-Api-Key"].ToString()));
    limiter.AddPolicy("known-key", context => Window(Limits.Known.TryGetValue(context.Request.Headers["X-Partner"].ToString(), out var partner) ? partner : context.Connection.RemoteIpAddress?.ToString() ?? ""));
    limiter.AddPolicy("route", context => Window(context.Request.RouteValues["tenant"]?.ToString() ?? ""));
    limiter.AddPolicy("probes", context => context.Request.Path.StartsWithSegments("/state") ? RateLimitPartition.GetNoLimiter("") : Window(context.Connection.RemoteIpAddress?.ToString() ?? ""));
    limiter.AddPolicy("staff", context => context.User.Identity is { IsAuthenticated: true, Name: { } name }
        ? Window(name)
        : RateLimitPartition.GetNoLimiter(""));
    limiter.AddPolicy("unused", context => Window(context.Request.Headers["X-Nobody"].ToString()));
});
builder.Services.AddSingleton<Booths>();
var app = builder.Build();
app.UseAuthentication();
app.UseRateLimiter();
app.UseAuthorization();
foreach (var policy in new[] { "client", "proxy", "ticket", "browser", "visit", "fresh", "strangers", "members", "key", "known-key", "route", "probes" })
    app.MapGet("/rides/" + policy, () => "ride").RequireRateLimiting(policy);
app.MapGet("/staff", () => "staff").RequireRateLimiting("staff").RequireAuthorization();
app.MapGet("/guests", () => "guests").RequireRateLimiting("guests").RequireAuthorization();
app.MapControllers();
app.Run();

static RateLimitPartition<string> Window(string key) => RateLimitPartition.GetFixedWindowLimiter(key, _ => Limits.Options);

namespace Funfair
{
    public static class Limits
    {
        public static readonly Dictionary<string, string> Known = new() { ["acme"] = "acme" };

        public static FixedWindowRateLimiterOptions Options => new() { PermitLimit = 10, Window = TimeSpan.FromMinutes(1) };
    }

    /// <summary>Looks the key up before anybody is let in.</summary>
    public class ApiKeys(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
            Task.FromResult(Request.Headers.TryGetValue("X-Api-Key", out var key) && Limits.Known.ContainsKey(key.ToString())
                ? AuthenticateResult.Success(new(new(new ClaimsIdentity("key")), "key"))
                : AuthenticateResult.NoResult());
    }

    public record Booking(string TenantId, int Seats);

    /// <summary>Limiters of the app's own, one for each tenant that the body names.</summary>
    public class Booths
    {
        private readonly ConcurrentDictionary<string, RateLimiter> _limiters = new();

        public bool MayBook(string tenant) => _limiters.GetOrAdd(tenant, _ => new FixedWindowRateLimiter(Limits.Options)).AttemptAcquire().IsAcquired;

        public bool MayEnter(string caller) => _limiters.GetOrAdd(caller, _ => new FixedWindowRateLimiter(Limits.Options)).AttemptAcquire().IsAcquired;
    }

    [ApiController, Route("bookings")]
    public class BookingsController(Booths booths) : ControllerBase
    {
        private static readonly PartitionedRateLimiter<string> Desk = PartitionedRateLimiter.Create<string, string>(tenant => RateLimitPartition.GetFixedWindowLimiter(tenant, _ => Limits.Options));

        [HttpPost]
        public async Task<IActionResult> Book(Booking booking)
        {
            using var lease = await Desk.AcquireAsync(booking.TenantId); // finding SF4010 HIGH @medium: the body says whose limit it is
            return lease.IsAcquired ? Ok() : StatusCode(429);
        }

        [HttpPut]
        public async Task<IActionResult> Move(Booking booking)
        {
            using var lease = await Desk.AcquireAsync(User.FindFirstValue("tenant") ?? "");
            return lease.IsAcquired ? Ok(booking) : StatusCode(429);
        }

        [HttpPost("again")]
        public IActionResult Again()
        {
            using var limiter = new FixedWindowRateLimiter(Limits.Options); // finding SF4010 HIGH @high: it has never counted anything
            return limiter.AttemptAcquire().IsAcquired ? Ok() : StatusCode(429);
        }

        [HttpPost("many")]
        public async Task<IActionResult> Many(int[] seats)
        {
            using var pace = new TokenBucketRateLimiter(new() { TokenLimit = 5, TokensPerPeriod = 5, ReplenishmentPeriod = TimeSpan.FromSeconds(1) });
            foreach (var _ in seats)
                using (await pace.AcquireAsync())
                    await Task.Yield();
            return Ok();
        }

        [HttpPost("entered")]
        public IActionResult Entered() => booths.MayEnter(User.FindFirstValue("sub") ?? "") ? Ok() : StatusCode(429);
    }
}
