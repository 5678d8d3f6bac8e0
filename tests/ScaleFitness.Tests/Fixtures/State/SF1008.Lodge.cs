// composed
using Contoso.Web;

// A package signs people in, by a cookie.
var builder = WebApplication.CreateBuilder(args); // finding SF1008 HIGH @high
builder.Services.AddContosoSignIn();
builder.Services.AddAuthorization();
var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();
app.MapGet("/me", (HttpContext context) => context.User.Identity?.Name).RequireAuthorization();
app.Run();
