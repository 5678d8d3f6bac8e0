// composed
using System.Threading.RateLimiting;
using Harbour;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

// The limiter is in force; two endpoints ask for policies that nobody registered.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddRateLimiter(limiter =>
{
    limiter.AddPolicy("per-ship", context => RateLimitPartition.GetConcurrencyLimiter(context.User.Identity?.Name ?? "", _ => new() { PermitLimit = 2 }));
    foreach (var quay in new[] { "east", "west" })
        limiter.AddConcurrencyLimiter("quay-" + quay, o => o.PermitLimit = 3);
});
var app = builder.Build();
app.UseRateLimiter();
app.MapControllers();
app.MapGet("/ships", () => "ships").RequireRateLimiting("per-ship");
app.MapGet("/quays/east", () => "east").RequireRateLimiting("quay-east");
app.MapGet("/quays/north", () => "north").RequireRateLimiting("quay-north"); // finding SF4002 BLOCKER @high: there is no such quay
app.MapGet("/quays/north/ships", () => "north").RequireRateLimiting("quay-north");
app.MapGet("/lights", () => "lights").RequireRateLimiting(Policies.PerShip);
app.MapGet("/free", () => "free").RequireRateLimiting("Per-Ship").DisableRateLimiting();
app.Run();

namespace Harbour
{
    public static class Policies
    {
        public static readonly string PerShip = "per-ship";
    }

    [Route("pilots"), EnableRateLimiting("pilots")]
    public class PilotsController : ControllerBase
    {
        [HttpGet]
        public string All() => "all"; // finding SF4002 BLOCKER: misspelt, or never added

        [HttpPost]
        public string Call() => "called";

        [HttpGet("{id:int}"), EnableRateLimiting("per-ship")]
        public int One(int id) => id;
    }
}
