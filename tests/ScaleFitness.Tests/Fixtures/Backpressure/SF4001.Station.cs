// composed
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.SignalR;
using Station;

// The host tells what is really mapped, and with what metadata in the end.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers(mvc => mvc.Conventions.Add(new QuietOnes()));
builder.Services.AddHealthChecks();
builder.Services.AddSignalR();
builder.Services.AddRateLimiter(options => options.AddPolicy("per-caller", context =>
    RateLimitPartition.GetTokenBucketLimiter(context.User.Identity?.Name ?? "", _ => new TokenBucketRateLimiterOptions { TokenLimit = 9, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromSeconds(1) })));

var app = builder.Build();
app.UseRateLimiter();
app.MapHealthChecks("/state/of/things");
app.MapControllers();
app.MapGet("/live", () => "ok");
app.MapGet("/", () => Results.Redirect("/trains"));
app.MapGet("/trains", () => "all"); // finding SF4001 HIGH
app.MapGet("/raw", async context => await context.Response.WriteAsync("raw")); // finding SF4001 HIGH: the delegate takes the context
app.MapMethods("/trains/{id:int}", ["PATCH", "DELETE"], Trains.Change); // finding SF4001 HIGH
app.MapPost("/trains/{id:int}/late", Trains.Change).RequireRateLimiting("per-caller");
if (app.Configuration["Limits:Platforms"] == "on")
    app.MapGet("/platforms", () => "1 to 9").RequireRateLimiting("per-caller");
else
    app.MapGet("/platforms", () => "1 to 9"); // finding SF4001 HIGH: so the settings have it
if (app.Configuration["Debug"] == "on")
    app.MapGet("/dump", () => "never mapped");

// One method maps for two groups: one of them is limited.
app.MapGroup("/north").RequireRateLimiting("per-caller").MapTimetable();
app.MapGroup("/south").MapTimetable();

foreach (var line in new[] { "s1", "s2" })
    app.MapGet("/lines/" + line, () => line); // finding SF4001 HIGH: one mapping, one finding

var all = new List<IEndpointConventionBuilder> { app.MapGet("/shops", () => "shops"), app.MapHub<Clock>("/clock") };
all.ForEach(e => e.RequireRateLimiting("per-caller"));
app.MapHub<Board>("/board"); // finding SF4001 HIGH
app.MapPost("/own", () => "ok").RequireRateLimiting(new OwnPolicy());
app.MapGet("/stops", Trains.Stops); // finding SF4001 HIGH: off wins
app.Run();

namespace Station
{
    public static class Trains
    {
        public static IResult Change(int id) => Results.Ok(id);

        [DisableRateLimiting, EnableRateLimiting("per-caller")]
        public static string Stops() => "stops";
    }

    public static class Timetables
    {
        public static void MapTimetable(this RouteGroupBuilder side) => side.MapGet("/timetable", () => "9:02"); // finding SF4001 HIGH: the south's
    }

    public class Clock : Hub;

    public class Board : Hub
    {
        public Task Show() => Clients.All.SendAsync("shown");
    }

    public class OwnPolicy : IRateLimiterPolicy<string>
    {
        public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => null;

        public RateLimitPartition<string> GetPartition(HttpContext context) =>
            RateLimitPartition.GetConcurrencyLimiter(context.User.Identity?.Name ?? "", _ => new ConcurrencyLimiterOptions { PermitLimit = 2 });
    }

    /// <summary>Takes actions out, and limits others.</summary>
    public class QuietOnes : IActionModelConvention
    {
        public void Apply(ActionModel action)
        {
            if (action.ActionName == "Retired")
                action.Selectors.Clear();
            if (action.Controller.ControllerName == "Tickets")
                foreach (var selector in action.Selectors)
                    selector.EndpointMetadata.Add(new EnableRateLimitingAttribute("per-caller"));
        }
    }

    [ApiController, Route("tickets")]
    public class TicketsController : ControllerBase
    {
        [HttpPost]
        public string Buy() => "ticket";
    }

    [ApiController, Route("staff")]
    public class StaffController : ControllerBase
    {
        [HttpGet, HttpGet("all")]
        public string All() => "all"; // finding SF4001 HIGH: no convention for this one

        [ApiExplorerSettings(IgnoreApi = true)]
        public string Retired() => "gone";
    }
}
