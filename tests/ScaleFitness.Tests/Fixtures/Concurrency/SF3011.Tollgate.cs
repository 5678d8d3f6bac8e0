using StackExchange.Redis;

// The overload of newer clients: an expiry and a condition of types of their own, to which the old ones convert.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect("redis"));
builder.Services.AddSingleton(s => s.GetRequiredService<IConnectionMultiplexer>().GetDatabase());
var app = builder.Build();
app.MapPost("/open", (IDatabase redis) =>
    redis.StringSetAsync("lock:gate", "1", default, When.NotExists)); // finding SF3011 HIGH
app.MapPost("/close", (IDatabase redis) =>
    redis.StringSetAsync("lock:gate", "1", default(Expiration), ValueCondition.NotExists)); // finding SF3011 HIGH
app.MapPost("/repair", (string who, IDatabase redis) =>
    redis.StringSetAsync("lock:repair", who, TimeSpan.FromSeconds(20), ValueCondition.NotExists));
app.MapPost("/toll", (decimal toll, IDatabase redis) =>
    redis.StringSetAsync("toll", toll.ToString(), default(Expiration), ValueCondition.Always));
app.Run();
