using System.Threading.RateLimiting;
using Airport;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.SignalR;

// Some endpoints have a policy and some do not: each that has none is named.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddHealthChecks();
builder.Services.AddOpenApi();
builder.Services.AddRateLimiter(options => options.AddPolicy("per-caller", context =>
    RateLimitPartition.GetTokenBucketLimiter(context.User.Identity?.Name ?? "", _ => new TokenBucketRateLimiterOptions())));

var app = builder.Build();
app.UseStaticFiles();
app.UseRouting();
app.UseRateLimiter();

app.MapHealthChecks("/healthz");
app.MapOpenApi();
app.MapControllers();
app.MapGet("/flights", () => "all"); // finding SF4001 HIGH
app.MapPost("/flights", Flights.Create).RequireRateLimiting("per-caller");
app.MapGet("/flights/{id:int}", (int id) => id) // finding SF4001 HIGH: the whole statement
    .WithName("flight")
    .RequireAuthorization();
app.MapDelete("/flights/{id:int}", Flights.Delete); // finding SF4001 HIGH
app.MapMethods("/flights/{id:int}", ["PATCH"], Flights.Delete).RequireRateLimiting("per-caller");

var gates = app.MapGroup("/gates").RequireRateLimiting("per-caller");
gates.MapGet("/", () => "gates");
gates.MapGroup("/{gate}").MapPost("/open", (string gate) => gate);

var lounges = app.MapGroup("/lounges");
lounges.MapGet("/", () => "lounges"); // finding SF4001 HIGH: the group has none

var bags = app.MapGroup("/bags");
bags.RequireRateLimiting("per-caller");
bags.MapGet("/", () => "bags");

Routes.MapCrew(app);
app.MapGroup("/shops").RequireRateLimiting("per-caller").MapShops();
app.MapGroup("/taxis").MapTaxis();
app.MapGet("/attributed", [EnableRateLimiting("per-caller")] () => "ok");
app.MapGet("/handler-attributed", Flights.Board);
app.MapHub<RunwayHub>("/runway").RequireRateLimiting("per-caller");
app.MapHub<TowerHub>("/tower"); // finding SF4001 HIGH
app.MapGet("/metadata", () => "ok").WithMetadata(new EnableRateLimitingAttribute("per-caller"));
app.MapGet("/convention", () => "ok").Limited();
app.Run();

namespace Airport
{
    public static class Flights
    {
        public static IResult Create() => Results.Ok();

        public static IResult Delete(int id) => Results.Ok(id);

        [EnableRateLimiting("per-caller")]
        public static string Board() => "boarding";
    }

    public static class Routes
    {
        public static void MapCrew(IEndpointRouteBuilder routes)
        {
            var crew = routes.MapGroup("/crew").WithTags("crew");
            crew.MapGet("/", () => "crew"); // finding SF4001 HIGH
            crew.MapPut("/{id:int}", (int id) => id).RequireRateLimiting("per-caller");
        }

        public static RouteGroupBuilder MapShops(this RouteGroupBuilder shops)
        {
            shops.MapGet("/", () => "shops");
            shops.MapPost("/", () => Results.Created());
            return shops;
        }

        public static void MapTaxis(this RouteGroupBuilder taxis) => taxis.MapGet("/", () => "taxis"); // finding SF4001 HIGH

        public static TBuilder Limited<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
            endpoint.RequireRateLimiting("per-caller");
    }

    public class RunwayHub : Hub;

    public class TowerHub : Hub
    {
        public Task Land() => Clients.All.SendAsync("landed");
    }

    [ApiController, Route("planes"), EnableRateLimiting("per-caller")]
    public class PlanesController : ControllerBase
    {
        [HttpGet]
        public string All() => "planes";

        [HttpPost, DisableRateLimiting]
        public string Create() => "plane"; // finding SF4001 HIGH: switched off, and nobody says why

        // The tower's own monitor polls this, behind the firewall.
        [HttpGet("radar"), DisableRateLimiting]
        [System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage("ScaleFitness", "SF4001", Justification = "The tower's own monitor polls it.")]
        public string Radar() => "ok";
    }

    [ApiController, Route("pilots")]
    public class PilotsController : ControllerBase
    {
        [HttpGet]
        public string All()
        {
            return "pilots"; // finding SF4001 HIGH: an action without a policy, at its first line
        }

        [HttpGet("{id:int}"), EnableRateLimiting("per-caller")]
        public string One(int id) => "pilot";

        [HttpPost]
        public async Task<string> Create([FromBody] string name)
        {
            await Task.Yield(); // finding SF4001 HIGH
            return name;
        }

        [NonAction]
        public string Helper() => "no endpoint";
    }

    [EnableRateLimiting("per-caller")]
    public abstract class LimitedController : ControllerBase;

    [Route("seats")]
    public class SeatsController : LimitedController
    {
        [HttpGet]
        public string All() => "seats";

        [HttpPut("{seat}")]
        public Task<string> Take(string seat) => Task.FromResult(seat);
    }

    [ApiController, Route("health")]
    public class HealthController : ControllerBase
    {
        [HttpGet]
        public IActionResult Get() => Ok("healthy");
    }
}
