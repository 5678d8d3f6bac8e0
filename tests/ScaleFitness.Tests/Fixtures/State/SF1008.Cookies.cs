using Microsoft.AspNetCore.Authentication.Cookies;

// Sign-in by cookie; the keys stay wherever the container puts them.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme) // finding SF1008 HIGH @high
    .AddCookie(o => o.LoginPath = "/login");
builder.Services.AddAuthorization();
var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();
app.MapGet("/me", (HttpContext context) => context.User.Identity?.Name).RequireAuthorization();
app.Run();
