using Bakery;
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args); // finding SF4001 HIGH: no limiter anywhere is one finding
builder.Services.AddControllers();
var app = builder.Build();
app.MapControllers();
app.MapGet("/loaves", () => new[] { "rye", "wheat" });
app.MapPost("/loaves", (string name) => Results.Created($"/loaves/{name}", name));
app.MapGet("/health", () => "ok");
app.Run();

namespace Bakery
{
    [ApiController, Route("ovens")]
    public class OvensController : ControllerBase
    {
        [HttpGet]
        public string[] All() => ["left", "right"];

        [HttpPost]
        public string Light(string oven) => oven;
    }
}
