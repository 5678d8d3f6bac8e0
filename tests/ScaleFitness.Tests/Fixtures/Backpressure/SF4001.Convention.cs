using Dairy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.RateLimiting;

// The policy is put on every controller by a convention of the app.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers(options => options.Conventions.Add(new LimitEveryController("milk")));
builder.Services.AddRateLimiter(o => o.AddTokenBucketLimiter("milk", t => t.TokenLimit = 3));
var app = builder.Build();
app.UseRateLimiter();
app.MapControllers();
app.MapPost("/cows", (string name) => name); // finding SF4001 HIGH: a convention of controllers only
app.Run();

namespace Dairy
{
    public class LimitEveryController(string policy) : IControllerModelConvention
    {
        public void Apply(ControllerModel controller)
        {
            foreach (var selector in controller.Selectors)
                selector.EndpointMetadata.Add(new EnableRateLimitingAttribute(policy));
        }
    }

    [ApiController, Route("cheese")]
    public class CheeseController : ControllerBase
    {
        [HttpGet]
        public string All() => "gouda";

        [HttpPost]
        public string Make(string kind) => kind;
    }
}
