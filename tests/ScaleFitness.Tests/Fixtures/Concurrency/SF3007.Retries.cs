using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Polly;
using Retries;

// What is loaded behind retries and caches is as large as what they are given to load.
// context rows.Country=200
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<RatesDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddMemoryCache();
builder.Services.AddHttpClient<Rates>();
var app = builder.Build();
app.MapPost("/countries/own", (Rates rates) => rates.OfCountriesAsync());
app.MapPost("/countries/strategy", (Rates rates) => rates.ByStrategyAsync());
app.MapPost("/countries/polly", (Rates rates) => rates.ByPollyAsync());
app.MapPost("/countries/cached", (Rates rates) => rates.CachedAsync());
app.MapPost("/customers/own", (Rates rates) => rates.OfCustomersAsync());
app.MapPost("/customers/cached", (Rates rates) => rates.CachedCustomersAsync());
app.Run();

namespace Retries
{
    public static class Retry
    {
        public static async Task<T> TwiceAsync<T>(Func<Task<T>> work)
        {
            try
            {
                return await work();
            }
            catch (TimeoutException)
            {
                return await work();
            }
        }
    }

    public sealed class Rates(RatesDb db, HttpClient http, IMemoryCache cache)
    {
        private static readonly ResiliencePipeline Pipeline = ResiliencePipeline.Empty;

        public async Task OfCountriesAsync()
        {
            foreach (var country in await Retry.TwiceAsync(() => db.Countries.ToListAsync()))
                await http.PostAsync("https://rates.example/" + country.Code, null);
        }

        public async Task ByStrategyAsync()
        {
            var countries = await db.Database.CreateExecutionStrategy().ExecuteAsync(async () => await db.Countries.OrderBy(c => c.Code).ToListAsync());
            foreach (var country in countries)
                await http.PostAsync("https://rates.example/" + country.Code, null);
        }

        public async Task ByPollyAsync()
        {
            var countries = await Pipeline.ExecuteAsync(async token => await db.Countries.ToListAsync(token));
            await Task.WhenAll(countries.Select(c => http.PostAsync("https://rates.example/" + c.Code, null)));
        }

        public async Task CachedAsync()
        {
            var countries = await cache.GetOrCreateAsync("countries", entry => db.Countries.ToListAsync());
            foreach (var country in countries!)
                await http.PostAsync("https://rates.example/" + country.Code, null);
        }

        public async Task OfCustomersAsync()
        {
            foreach (var customer in await Retry.TwiceAsync(() => db.Customers.ToListAsync()))
                await http.PostAsync("https://rates.example/" + customer.Id, null); // finding SF3007 BLOCKER
        }

        public async Task CachedCustomersAsync()
        {
            var customers = await cache.GetOrCreateAsync("customers", entry => db.Customers.ToListAsync());
            await Task.WhenAll(customers!.Select(c => http.PostAsync("https://rates.example/" + c.Id, null))); // finding SF3007 BLOCKER
        }
    }

    public class RatesDb(DbContextOptions<RatesDb> options) : DbContext(options)
    {
        public DbSet<Country> Countries => Set<Country>();
        public DbSet<Customer> Customers => Set<Customer>();
    }

    public class Country { public int Id { get; set; } public string Code { get; set; } = ""; }

    public class Customer { public int Id { get; set; } }
}
