using Microsoft.AspNetCore.DataProtection;
using StackExchange.Redis;

// One key ring in Redis; cookies, session and forms may come back to any instance.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRing(ConnectionMultiplexer.Connect("redis:6379"));
builder.Services.AddAuthentication().AddCookie();
builder.Services.AddSession();
builder.Services.AddAntiforgery();
var app = builder.Build();
app.UseAuthentication();
app.UseSession();
app.MapGet("/", () => "hello");
app.Run();

public static class Ring
{
    public static void AddRing(this IServiceCollection services, IConnectionMultiplexer redis) =>
        services.AddDataProtection().SetApplicationName("shop").PersistKeysToStackExchangeRedis(redis, "keys");
}
