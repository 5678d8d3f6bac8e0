using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Vineyard;

// Razor Pages and gRPC beside limited endpoints.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages();
builder.Services.AddGrpc();
builder.Services.AddRateLimiter(o => o.AddConcurrencyLimiter("few", c => c.PermitLimit = 5));
var app = builder.Build();
app.UseRateLimiter();
app.MapRazorPages();
app.MapGrpcService<CellarService>(); // finding SF4001 HIGH
app.MapGrpcService<PressService>().RequireRateLimiting("few");
var api = app.MapGroup("/api");
var v1 = api.MapGroup("/v1").RequireRateLimiting("few");
v1.MapGet("/wines", () => "wines");
v1.MapPost("/wines", () => "wine").DisableRateLimiting(); // finding SF4001 HIGH: its group limits it, and it opts out
api.MapGet("/grapes", () => "grapes"); // finding SF4001 HIGH
foreach (var colour in new[] { "red", "white" })
    api.MapGet("/wines/" + colour, () => colour).RequireRateLimiting("few");
app.Map("/old", branch => branch.Run(context => context.Response.WriteAsync("moved")));
app.Run();

namespace Vineyard
{
    [EnableRateLimiting("few")]
    public class TastingModel : PageModel
    {
        public string Wine { get; private set; } = "";

        public void OnGet() => Wine = "red";

        public IActionResult OnPost() => RedirectToPage();
    }

    public class OrderModel : PageModel
    {
        public int Bottles { get; private set; }

        public async Task<IActionResult> OnPostAsync(int bottles)
        {
            Bottles = bottles; // finding SF4001 HIGH: one per page, at the first handler's first line
            await Task.Yield();
            return RedirectToPage();
        }
    }

    public class CellarServiceBase
    {
        public virtual Task<string> Temperature(string cellar, Grpc.Core.ServerCallContext context) => Task.FromResult("12");
    }

    public class CellarService : CellarServiceBase
    {
        public override Task<string> Temperature(string cellar, Grpc.Core.ServerCallContext context) => Task.FromResult("13");
    }

    public class PressService : CellarServiceBase;
}
