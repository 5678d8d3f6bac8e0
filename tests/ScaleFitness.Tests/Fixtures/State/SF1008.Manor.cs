// composed
using Contoso.Web;
using Microsoft.AspNetCore.Authentication.Cookies;

// The cookie is plain to see, and a package keeps the keys where all instances reach them.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
builder.Services.AddContosoKeys();
var app = builder.Build();
app.UseAuthentication();
app.MapGet("/me", (HttpContext context) => context.User.Identity?.Name);
app.Run();
