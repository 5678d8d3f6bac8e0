using Parts;

// Services that one object keeps and others go over: of the container, or found by the app itself.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpClient<ICarrier, Post>();
builder.Services.AddHttpClient<ICarrier, Bike>();
builder.Services.AddSingleton<IFleet, Fleet>();
builder.Services.AddSingleton<Guide>();
builder.Services.AddSingleton<Waiting>();
builder.Services.AddScoped<Offers>();
var app = builder.Build();
app.Services.GetRequiredService<Guide>().AddSources(Found.By<ISource>());
app.MapGet("/offers/{weight:int}", (int weight, Offers offers) => offers.AllAsync(weight));
app.MapGet("/names/{text}", (string text, Guide guide) => guide.FindAsync(text));
app.MapPost("/waiting", (string address, Waiting waiting) => waiting.Add(address));
app.MapPost("/waiting/call", (Waiting waiting, Offers offers) => offers.CallAsync(waiting));
app.Run();

namespace Parts
{
    public interface ICarrier
    {
        bool Runs { get; }
        Task<string> OfferAsync(int weight);
        Task CallAsync(string address);
    }

    public sealed class Post(HttpClient http) : ICarrier
    {
        public bool Runs => true;
        public Task<string> OfferAsync(int weight) => http.GetStringAsync($"https://post.example/{weight}");
        public Task CallAsync(string address) => http.PostAsync("https://post.example", new StringContent(address));
    }

    public sealed class Bike(HttpClient http) : ICarrier
    {
        public bool Runs => DateTime.UtcNow.Hour < 20;
        public Task<string> OfferAsync(int weight) => http.GetStringAsync($"https://bike.example/{weight}");
        public Task CallAsync(string address) => http.PostAsync("https://bike.example", new StringContent(address));
    }

    public interface IFleet
    {
        IReadOnlyList<ICarrier> Carriers { get; }
    }

    public sealed class Fleet : IFleet
    {
        private readonly ICarrier[] _carriers;

        public Fleet(IEnumerable<ICarrier> carriers) => _carriers = carriers.Where(c => c.Runs).ToArray();

        public IReadOnlyList<ICarrier> Carriers => _carriers;
    }

    public sealed class Waiting
    {
        private readonly List<string> _addresses = [];

        public IReadOnlyList<string> Addresses => _addresses;

        public void Add(string address) => _addresses.Add(address);
    }

    public sealed class Offers(IFleet fleet)
    {
        public async Task<List<string>> AllAsync(int weight)
        {
            var offers = new List<string>();
            foreach (var carrier in fleet.Carriers)
                offers.Add(await carrier.OfferAsync(weight));
            return offers;
        }

        public async Task CallAsync(Waiting waiting)
        {
            foreach (var address in waiting.Addresses)
                await fleet.Carriers[0].CallAsync(address); // finding SF3007 HIGH
        }
    }

    public interface ISource
    {
        Task<string> AskAsync(string text);
    }

    public sealed class Register : ISource
    {
        private static readonly HttpClient Http = new();

        public Task<string> AskAsync(string text) => Http.GetStringAsync($"https://register.example/{text}");
    }

    public static class Found
    {
        public static IReadOnlyCollection<T> By<T>() =>
            typeof(Found).Assembly.GetTypes().Where(t => t.IsClass && typeof(T).IsAssignableFrom(t)).Select(Make).OfType<T>().ToList();

        private static object? Make(Type type)
        {
            try
            {
                return Activator.CreateInstance(type);
            }
            catch (MissingMethodException)
            {
                return null;
            }
        }
    }

    public sealed class Guide
    {
        private ISource[] _sources = [];

        public void AddSources(IEnumerable<ISource> sources) => _sources = sources.OrderBy(s => s.GetType().Name).ToArray();

        public async Task<List<string>> FindAsync(string text)
        {
            var found = new List<string>();
            foreach (var source in _sources)
                found.Add(await source.AskAsync(text));
            return found;
        }
    }
}
