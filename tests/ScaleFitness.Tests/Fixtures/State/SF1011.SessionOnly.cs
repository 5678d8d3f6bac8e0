// Only the session uses the cache: where the rule about sessions runs, it reports and this one stays silent.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDistributedMemoryCache(); // finding SF1011 HIGH @high
builder.Services.AddSession();
var app = builder.Build();
app.UseSession();
app.MapGet("/", (HttpContext context) => context.Session.GetString("name") ?? "stranger");
app.Run();
