using Microsoft.AspNetCore.Mvc;

// An API that only checks tokens of somebody else: nothing that it protects comes back to it. MVC's views write no form.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuthentication("Bearer").AddJwtBearer(o => o.Authority = "https://login.example.com");
builder.Services.AddAuthorization();
builder.Services.AddControllers();
var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();
app.MapControllers();
app.Run();

[ApiController, Route("orders")]
public class OrdersController : ControllerBase
{
    [HttpPost]
    public IActionResult Place(string product)
    {
        Response.Cookies.Append("last", product);
        return Ok();
    }
}
