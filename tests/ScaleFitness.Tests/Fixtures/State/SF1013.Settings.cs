// Stores on the machine itself: in the base settings, in Production's, and in so many words.
using MongoDB.Driver;
using StackExchange.Redis;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect("localhost:6379")); // finding SF1013 MEDIUM @high
builder.Services.AddSingleton(new MongoClient("mongodb://127.0.0.1/shop")); // finding SF1013 MEDIUM @high
builder.Services.AddNpgsqlDataSource(builder.Configuration.GetConnectionString("Shop")!);
builder.Services.AddSingleton(Dev.Redis(builder.Configuration, builder.Environment));
var app = builder.Build();
app.MapGet("/", () => "shop");
app.Run();

public static class Dev
{
    public static MongoClient Redis(IConfiguration configuration, IHostEnvironment environment) =>
        environment.IsDevelopment() ? new MongoClient("mongodb://localhost/dev") : new MongoClient(configuration["Mongo:Url"] ?? "mongodb://localhost/shop");
}

public static class Services
{
    public static IServiceCollection AddNpgsqlDataSource(this IServiceCollection services, string connection) => services.AddSingleton(connection);
}
