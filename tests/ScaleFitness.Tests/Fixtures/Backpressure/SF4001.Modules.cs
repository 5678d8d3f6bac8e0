using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Village;

// Endpoints in modules, controllers by inheritance.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddRateLimiter(options => options.AddFixedWindowLimiter(Limits.Name, f => f.PermitLimit = 10));
var app = builder.Build();
app.UseRateLimiter();
app.MapControllers();
IModule[] modules = [new Bakery(), new Smithy()];
var group = app.MapGroup("/village").RequireRateLimiting(Limits.Name);
foreach (var module in modules)
    module.Map(group);
new Shepherd(group).Map();
app.MapTavern();
app.MapMill("/mill").RequireRateLimiting(Limits.Name);
app.MapMill("/watermill");
app.MapGet("/well", Water).Add(endpoint => endpoint.Metadata.Add(new EnableRateLimitingAttribute(Limits.Name)));
app.MapGet("/api/health/detail", () => "fine"); // finding SF4001 HIGH: not a probe
app.MapGet("/api/livez", () => "alive");
app.MapFarms();
app.MapFallback(() => Results.NotFound()); // finding SF4001 HIGH
app.Run();

static string Water() => "water";

namespace Village
{
    public static class Limits
    {
        public const string Name = "village";
    }

    public interface IModule
    {
        void Map(IEndpointRouteBuilder routes);
    }

    public class Bakery : IModule
    {
        public void Map(IEndpointRouteBuilder routes)
        {
            routes.MapGet("/bread", () => "bread");
            routes.MapPost("/bread", Bake);
        }

        private static async Task<IResult> Bake(HttpContext context)
        {
            await Task.Yield();
            return Results.Ok(context.TraceIdentifier);
        }
    }

    public class Smithy : IModule
    {
        public void Map(IEndpointRouteBuilder routes) =>
            routes.MapGroup("/smithy").WithTags("iron").MapGet("/nails", () => "nails");
    }

    public class Shepherd(RouteGroupBuilder routes)
    {
        public void Map() => routes.MapGet("/sheep", () => "sheep");
    }

    public static class Tavern
    {
        public static void MapTavern(this IEndpointRouteBuilder routes)
        {
            var tavern = routes.MapGroup("/tavern");
            if (DateTime.UtcNow.Year > 2000)
                tavern = tavern.RequireRateLimiting(Limits.Name);
            tavern.MapGet("/ale", () => "ale");
            routes.MapGet("/tavern/mead", () => "mead"); // finding SF4001 HIGH
        }

        // One of two callers limits what this maps.
        public static RouteHandlerBuilder MapMill(this IEndpointRouteBuilder routes, string route) => routes.MapGet(route, () => "flour"); // limit SF4001: a method that maps for several callers is judged once
    }

    public static class Farms
    {
        public static RouteGroupBuilder MapFarms(this IEndpointRouteBuilder routes)
        {
            var farms = routes.MapGroup("/farms");
            farms.WithTags("farms");
            farms.RequireAuthorization().RequireVillageLimit();
            farms.MapGet("/", async (HttpContext context) => await context.Response.WriteAsync("farms"));
            farms.MapDelete("/{id}", (int id) => id);
            return farms;
        }

        private static IEndpointConventionBuilder RequireVillageLimit(this IEndpointConventionBuilder builder) => builder.RequireRateLimiting(Limits.Name);
    }

    public abstract class GuildController : ControllerBase
    {
        [HttpGet("rules")]
        public string Rules() => "rules"; // finding SF4001 HIGH: one for all that inherit it

        [HttpGet("dues"), EnableRateLimiting(Limits.Name)]
        public string Dues() => "dues";
    }

    [Route("masons")]
    public class MasonsController : GuildController
    {
        [HttpGet, EnableRateLimiting(Limits.Name)]
        public string All() => "masons";
    }

    [Route("weavers")]
    public class WeaversController : GuildController
    {
        [HttpGet, EnableRateLimiting(Limits.Name)]
        public string All() => "weavers";
    }
}
