using Microsoft.EntityFrameworkCore;
using Travel;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<TravelDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddHttpClient<IHotels, Hotels>();
builder.Services.AddHttpClient<IFlights, Flights>();
builder.Services.AddScoped<Planner>();
builder.Services.AddHostedService<Warmer>();
var app = builder.Build();

app.MapGet("/trip/{city}", async (string city, IHotels hotels, IFlights flights) =>
{
    var rooms = await hotels.FindAsync(city);
    var seats = await flights.GetAsync(city); // finding SF3005 MEDIUM @medium
    return new { rooms, seats };
});

app.MapGet("/trip/together/{city}", async (string city, IHotels hotels, IFlights flights) =>
{
    var rooms = hotels.FindAsync(city);
    var seats = flights.GetAsync(city);
    await Task.WhenAll(rooms, seats);
    return new { Rooms = await rooms, Seats = await seats };
});

app.MapGet("/trip/dependent/{city}", async (string city, IHotels hotels, IFlights flights) =>
{
    var rooms = await hotels.FindAsync(city);
    var seats = await flights.GetAsync(rooms.Length > 3 ? city : "nowhere");
    return new { rooms, seats };
});

app.MapGet("/trip/checked/{city}", async (string city, IHotels hotels, IFlights flights) =>
{
    var rooms = await hotels.FindAsync(city);
    if (rooms.Length == 0)
        return Results.NotFound();
    return Results.Ok(await flights.GetAsync(city));
});

app.MapGet("/db/{id:int}", async (int id, TravelDb db) =>
{
    // One context, one thing at a time.
    var trip = await db.Trips.FindAsync(id);
    var count = await db.Trips.CountAsync(t => t.City == "Rome");
    return new { trip, count };
});

app.MapPost("/book", async (string city, HttpClient http) =>
{
    // Writes, in this order.
    await http.PostAsync("https://hotel.example/" + city, null);
    await http.PostAsync("https://flight.example/" + city, null);
});

app.MapGet("/plan/{city}", (string city, Planner planner) => planner.PlanAsync(city));
app.MapGet("/plan/body/{city}", (string city, Planner planner) => planner.BodyAsync(city));
app.MapGet("/plan/token/{city}", (string city, Planner planner) => planner.WithTokenAsync(city));
app.MapGet("/plan/fallback/{city}", (string city, Planner planner) => planner.FallbackAsync(city));
app.Run();

namespace Travel
{
    public sealed class Planner(HttpClient http, IHotels hotels)
    {
        public async Task<string> PlanAsync(string city)
        {
            var weather = await http.GetStringAsync("https://weather.example/" + city);
            var events = await http.GetStringAsync("https://events.example/" + city); // finding SF3005 MEDIUM
            var maps = await http.GetStringAsync("https://maps.example/" + city);
            return weather + events + maps;
        }

        public async Task<string> BodyAsync(string city)
        {
            var response = await http.GetAsync("https://weather.example/" + city);
            response.EnsureSuccessStatusCode();
            var other = await http.GetAsync("https://events.example/" + city);
            return await response.Content.ReadAsStringAsync() + await other.Content.ReadAsStringAsync();
        }

        public async Task<string> WithTokenAsync(string city)
        {
            var token = await http.GetStringAsync("https://login.example/token");
            using var request = new HttpRequestMessage(HttpMethod.Get, "https://events.example/" + city);
            request.Headers.Add("Authorization", token);
            using var response = await http.SendAsync(request);
            return response.StatusCode.ToString();
        }

        public async Task<string[]> FallbackAsync(string city)
        {
            try
            {
                await http.GetStringAsync("https://health.example/");
            }
            catch (HttpRequestException)
            {
                return [];
            }

            return await hotels.FindAsync(city);
        }
    }

    public sealed class Warmer(IHotels hotels, IFlights flights) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMinutes(5));
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await hotels.FindAsync("Rome");
                await flights.GetAsync("Rome"); // finding SF3005 LOW
            }
        }
    }

    public interface IHotels
    {
        Task<string[]> FindAsync(string city);
    }

    public sealed class Hotels(HttpClient http) : IHotels
    {
        public async Task<string[]> FindAsync(string city) => await http.GetFromJsonAsync<string[]>("https://hotels.example/" + city) ?? [];
    }

    public interface IFlights
    {
        Task<string[]> GetAsync(string city);
    }

    public sealed class Flights(HttpClient http) : IFlights
    {
        public async Task<string[]> GetAsync(string city) => await http.GetFromJsonAsync<string[]>("https://flights.example/" + city) ?? [];
    }

    public class TravelDb(DbContextOptions<TravelDb> options) : DbContext(options)
    {
        public DbSet<Trip> Trips { get; set; }
    }

    public class Trip { public int Id { get; set; } public string City { get; set; } = ""; }
}
