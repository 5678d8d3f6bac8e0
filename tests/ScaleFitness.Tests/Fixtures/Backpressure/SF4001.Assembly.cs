using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.RateLimiting;
using Orchard;

// Controllers get the policy by the convention of their endpoints; what stands beside them does not.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddRateLimiter(o => o.AddFixedWindowLimiter("fixed", f => f.PermitLimit = 10));
var app = builder.Build();
app.UseRateLimiter();
app.MapControllers().RequireRateLimiting("fixed");
app.MapGet("/apples", () => "apples"); // finding SF4001 HIGH
app.MapGet("/metrics", () => "apples_total 3");
app.MapFallbackToFile("index.html");
app.Run();

namespace Orchard
{
    [ApiController, Route("trees")]
    public class TreesController : ControllerBase
    {
        [HttpGet]
        public string All() => "trees";

        [HttpPost("{id:int}/prune")]
        public async Task<IActionResult> Prune(int id)
        {
            await Task.Delay(id);
            return NoContent();
        }
    }
}
