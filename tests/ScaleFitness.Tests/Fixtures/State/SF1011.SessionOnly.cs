// Only the session uses the cache: another rule says so, once.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDistributedMemoryCache();
builder.Services.AddSession();
var app = builder.Build();
app.UseSession();
app.MapGet("/", (HttpContext context) => context.Session.GetString("name") ?? "stranger");
app.Run();
