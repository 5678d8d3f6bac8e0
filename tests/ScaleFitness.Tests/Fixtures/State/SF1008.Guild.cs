// composed
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;

// Cookies are for the old front end, which is switched off: tokens of the identity provider are all that is left.
var builder = WebApplication.CreateBuilder(args);
var authentication = builder.Services.AddAuthentication();
if (builder.Configuration.GetValue<bool>("OldFrontEnd"))
    authentication.AddCookie(CookieAuthenticationDefaults.AuthenticationScheme);
var app = builder.Build();
app.UseAuthentication();
app.MapGet("/me", (HttpContext context) => context.User.Identity?.Name);
app.Run();
