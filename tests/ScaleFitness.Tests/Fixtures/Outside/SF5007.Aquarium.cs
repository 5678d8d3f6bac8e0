// composed
using Aquarium;
using Contoso.Http;

// What a company's package does to the clients only the composed app knows.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddTransient<StampHandler>();
builder.Services.AddHttpClient<TankClient>().AddContosoDefaults();
builder.Services.AddHttpClient<FoodClient>().AddContosoHeaders();
builder.Services.AddHttpClient<WaterClient>().AddContosoRetry(); // finding SF5007 MEDIUM @high
builder.Services.AddHttpClient("filters").AddContosoRetry().AddContosoPatience(); // finding SF5007 MEDIUM @high
builder.Services.AddHttpClient("lights").AddHttpMessageHandler<StampHandler>().AddContosoDefaults().AddContosoPatience();
builder.Services.AddHttpClient("heaters", c => c.Timeout = TimeSpan.FromSeconds(4)).AddHttpMessageHandler<StampHandler>();
builder.Services.AddHttpClient("pumps", c => c.Timeout = TimeSpan.FromSeconds(4)).AddContosoRetry(); // finding SF5007 MEDIUM @high
var app = builder.Build();
app.MapGet("/tanks", (TankClient tanks) => tanks.AskAsync());
app.MapGet("/food", (FoodClient food) => food.AskAsync());
app.MapGet("/water", (WaterClient water) => water.AskAsync());
app.MapGet("/filters", async (IHttpClientFactory clients, CancellationToken token) => await clients.CreateClient("filters").GetStringAsync("https://filters.example", token));
app.MapGet("/lights", (IHttpClientFactory clients) => clients.CreateClient("lights").GetStringAsync("https://lights.example"));
app.MapGet("/heaters", (IHttpClientFactory clients) => clients.CreateClient("heaters").GetStringAsync("https://heaters.example"));
app.MapGet("/pumps", (IHttpClientFactory clients) => clients.CreateClient("pumps").GetStringAsync("https://pumps.example"));
app.Run();

namespace Aquarium
{
    public class StampHandler : DelegatingHandler;

    public class TankClient(HttpClient http)
    {
        public Task<string> AskAsync() => http.GetStringAsync("https://tanks.example");
    }

    public class FoodClient(HttpClient http)
    {
        public async Task<string> AskAsync() => await http.GetStringAsync("https://food.example");
    }

    public class WaterClient(HttpClient http)
    {
        public Task<string> AskAsync() => http.GetStringAsync("https://water.example");
    }
}
