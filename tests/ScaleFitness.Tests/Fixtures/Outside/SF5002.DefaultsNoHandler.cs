using Kennel;

// Defaults that decorate nothing.
var builder = WebApplication.CreateBuilder(args);
builder.Services.ConfigureHttpClientDefaults(http => http.ConfigureHttpClient(c => c.DefaultRequestHeaders.Add("X-App", "kennel")));
builder.Services.AddHttpClient<VetClient>(); // finding SF5002 HIGH
builder.Services.AddHttpClient<FoodClient>().AddStandardResilienceHandler();
builder.Services.AddHttpClient<ToyClient>().AddStandardResilienceHandler();
builder.Services.AddHttpClient<WalkClient>(client => // finding SF5002 HIGH
{
    client.BaseAddress = new Uri("https://walks.example");
});
builder.Services.AddScoped<ToyService>();
var app = builder.Build();
app.MapGet("/vet", (VetClient vet) => vet.AskAsync());
app.MapGet("/food", (FoodClient food) => food.OrderAsync());
app.MapGet("/toys", (ToyService toys) => toys.All());
app.MapGet("/walks", async (WalkClient walks) =>
{
    var results = new List<string>();
    await foreach (var walk in walks.TodayAsync()) results.Add(walk);
    return results;
});
app.Run();

namespace Kennel
{
    public class VetClient(HttpClient http)
    {
        public async Task<bool> AskAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "https://vet.example");
            using var response = await http.SendAsync(request);
            return response.IsSuccessStatusCode;
        }
    }

    public class FoodClient(HttpClient http)
    {
        public async Task<int> OrderAsync() => (int)(await http.PostAsJsonAsync("https://food.example", new { Kilos = 3 })).StatusCode;
    }

    public class ToyClient(HttpClient http)
    {
        public IEnumerable<Task<string>> All() => new[] { "ball", "bone" }.Select(toy => http.GetStringAsync("https://toys.example/" + toy));
    }

    public class ToyService(ToyClient client)
    {
        public Task<string[]> All() => Task.WhenAll(client.All());
    }

    public class WalkClient(HttpClient http)
    {
        public async IAsyncEnumerable<string> TodayAsync()
        {
            for (var hour = 8; hour < 20; hour += 4)
                yield return await http.GetStringAsync($"walks/{hour}");
        }
    }
}
