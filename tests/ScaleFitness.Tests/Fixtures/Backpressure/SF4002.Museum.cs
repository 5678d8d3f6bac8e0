using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Museum;

// Not composed: attributes, and no limiter in any pipeline of the code.
var builder = WebApplication.CreateBuilder(args); // finding SF4002 BLOCKER @medium
builder.Services.AddControllers();
var app = builder.Build();
app.MapControllers();
app.Run();

namespace Museum
{
    [Route("rooms"), EnableRateLimiting("rooms")]
    public class RoomsController : ControllerBase
    {
        [HttpGet]
        public string All() => "all";
    }
}
