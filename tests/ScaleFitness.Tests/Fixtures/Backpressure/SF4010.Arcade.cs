// composed
using System.Threading.RateLimiting;
using Arcade;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

// Policies of other shapes: method groups, classes with services, options set elsewhere, metadata, chains.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<IKeyStore, KeyStore>();
builder.Services.AddRateLimiter();
builder.Services.ConfigureOptions<SetLimits>();
var app = builder.Build();
app.UseRateLimiter();
app.MapGet("/a", () => "a").WithMetadata(new EnableRateLimitingAttribute("by-device"));
app.MapGroup("/b").RequireRateLimiting("by-known-key").MapGet("/", () => "b");
app.MapGet("/c", () => "c").RequireRateLimiting(new ByLanguage());
app.MapGet("/d", () => "d").RequireRateLimiting("by-number");
app.MapGet("/e", () => "e").RequireRateLimiting("by-form");
app.Run();

namespace Arcade
{
    public interface IKeyStore
    {
        string? OwnerOf(string key);
    }

    public class KeyStore : IKeyStore
    {
        private readonly Dictionary<string, string> _owners = new() { ["k1"] = "owner" };

        public string? OwnerOf(string key) => _owners.GetValueOrDefault(key);
    }

    public class SetLimits : IConfigureOptions<RateLimiterOptions>
    {
        public void Configure(RateLimiterOptions options)
        {
            options.AddPolicy("by-device", ByDevice);
            options.AddPolicy<string, ByKnownKey>("by-known-key");
            options.AddPolicy("by-number", context =>
            {
                int number = int.Parse(context.Request.Query["n"].ToString() is { Length: > 0 } text ? text : "0");
                return RateLimitPartition.GetFixedWindowLimiter(number, _ => new() { PermitLimit = 5, Window = TimeSpan.FromMinutes(1) }); // finding SF4010 HIGH @high
            });
            options.AddPolicy("by-form", context =>
                RateLimitPartition.GetFixedWindowLimiter(context.Request.HasFormContentType ? context.Request.Form["team"].ToString() : "", _ => new() { PermitLimit = 5, Window = TimeSpan.FromMinutes(1) })); // finding SF4010 HIGH @high
        }

        private static RateLimitPartition<string> ByDevice(HttpContext context)
        {
            var device = Device(context.Request);
            return RateLimitPartition.GetTokenBucketLimiter(device, Options); // finding SF4010 HIGH @high
        }

        private static string Device(HttpRequest request) => request.Headers.TryGetValue("X-Device", out var values) ? values[0]! : "none";

        private static TokenBucketRateLimiterOptions Options(string key) => new() { TokenLimit = 9, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromSeconds(1) };
    }

    public class ByKnownKey(IKeyStore keys) : IRateLimiterPolicy<string>
    {
        public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => null;

        public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
            RateLimitPartition.GetFixedWindowLimiter(keys.OwnerOf(httpContext.Request.Headers["X-Key"].ToString()) ?? httpContext.Connection.RemoteIpAddress!.ToString(), _ => new() { PermitLimit = 5, Window = TimeSpan.FromMinutes(1) });
    }

    public class ByLanguage : IRateLimiterPolicy<string>
    {
        public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => (_, _) => ValueTask.CompletedTask;

        public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
            RateLimitPartition.GetFixedWindowLimiter(httpContext.Request.Headers.AcceptLanguage.ToString(), _ => new() { PermitLimit = 5, Window = TimeSpan.FromMinutes(1) }); // finding SF4010 HIGH @high
    }
}
