// In development the cache may stay in memory; a deployed app has Redis.
var builder = WebApplication.CreateBuilder(args);
if (builder.Environment.IsDevelopment())
    builder.Services.AddDistributedMemoryCache();
else
    builder.Services.AddStackExchangeRedisCache(redis => redis.Configuration = builder.Configuration.GetConnectionString("Redis"));
builder.Services.AddSession();

var app = builder.Build();
app.UseSession();
app.MapGet("/visits", (HttpContext context) =>
{
    var visits = (context.Session.GetInt32("visits") ?? 0) + 1;
    context.Session.SetInt32("visits", visits);
    return visits;
});
app.Run();
