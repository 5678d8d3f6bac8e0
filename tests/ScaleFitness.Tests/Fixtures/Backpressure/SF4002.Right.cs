using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Right;

// Not composed: all in order, names in constants, from configuration, and an extension that wires the pipeline.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddRateLimiter(o =>
{
    o.AddConcurrencyLimiter(Names.Desk, c => c.PermitLimit = 2);
    o.AddPolicy(builder.Configuration["Limits:Name"] ?? "night", _ => RateLimitPartition.GetConcurrencyLimiter("", _ => new() { PermitLimit = 1 }));
});
var app = builder.Build();
app.UseFrontDesk();
app.MapControllers();
app.MapGet("/night", () => "night").RequireRateLimiting("bar");
app.Run();

namespace Right
{
    public static class Names
    {
        public const string Desk = "desk";
    }

    public static class Pipeline
    {
        public static WebApplication UseFrontDesk(this WebApplication app)
        {
            app.UseRouting();
            app.UseRateLimiter();
            return app;
        }
    }

    [Route("guests"), EnableRateLimiting(Names.Desk)]
    public class GuestsController : ControllerBase
    {
        [HttpGet]
        public string All() => "all";
    }
}
