using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Caching.Distributed;

// No cache is registered: MVC's registration for its tag helpers is the one that answers.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllersWithViews(); // finding SF1011 HIGH @medium
var app = builder.Build();
app.MapControllers();
app.Run();

public class TokensController(IDistributedCache cache) : Controller
{
    [HttpPost("/tokens/{id}")]
    public IActionResult Revoke(string id)
    {
        cache.Set($"revoked:{id}", [1]);
        return Ok();
    }

    [HttpGet("/tokens/{id}")]
    public IActionResult IsRevoked(string id) => Json(cache.Get($"revoked:{id}") is not null);
}
