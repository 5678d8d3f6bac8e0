using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;

// What a library maps is called like anything else, and signing in is what attackers try first.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityApiEndpoints<IdentityUser>();
builder.Services.AddRateLimiter(options => options.AddFixedWindowLimiter("books", limiter => limiter.PermitLimit = 10));
var app = builder.Build();
app.UseRateLimiter();

var account = app.MapGroup("/account");
account.MapIdentityApi<IdentityUser>(); // finding SF4001 HIGH: login, registration, password resets
var staff = app.MapGroup("/staff").RequireRateLimiting("books");
staff.MapIdentityApi<IdentityUser>();

// Sending a caller elsewhere costs no more than refusing it would.
app.MapGet("/", () => Results.Redirect("/books"));
app.MapGet("/home", () => TypedResults.LocalRedirect("/books"));
app.MapGet("/find", (string title) => Results.Redirect("/books/" + title)); // finding SF4001 HIGH: it goes where the caller says

app.MapGet("/books", () => new[] { "a", "b" }).RequireRateLimiting("books");
app.Run();
