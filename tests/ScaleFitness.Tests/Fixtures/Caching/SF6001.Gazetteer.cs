using Gazetteer;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Caching.Memory;

// Caches behind interfaces: one wrapper that minds expiry and one that leaves it to its callers.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddMemoryCache();
builder.Services.AddSingleton<IStore, ForeverStore>();
builder.Services.AddSingleton<IShortStore, ShortStore>();
builder.Services.AddSingleton<ILookup, Lookup>();
var app = builder.Build();
app.MapControllers();
app.Run();

namespace Gazetteer
{
    [Route("places")]
    public class PlacesController(IStore store, IShortStore shorts, ILookup lookup, IMemoryCache cache) : ControllerBase
    {
        [HttpGet("{name}")]
        public string Get(string name)
        {
            store.Put("place:" + name, name);
            return name;
        }

        [HttpGet("{name}/map")]
        public Task<string> Map(string name) => store.GetAsync($"map/{name}", () => Task.FromResult(name));

        [HttpGet("{name}/short")]
        public string Short(string name)
        {
            shorts.Put(name, name);
            return name;
        }

        [HttpGet("{name}/lookup")]
        public async Task<int> Look(string name) => await lookup.OfAsync(new Query(name, 1));

        [HttpPost]
        public void Save([FromBody] Place place) => cache.Set(place.Code, place); // finding SF6001 HIGH: what a body says

        [HttpGet("page")]
        public int Page(int page) => cache.Set("page:" + Math.Clamp(page, 1, 10), page);
    }

    public record Place(string Code);

    public record Query(string Name, int Zoom);

    public interface IStore
    {
        void Put(string key, object value);

        Task<T> GetAsync<T>(string key, Func<Task<T>> load);
    }

    public class ForeverStore(IMemoryCache cache) : IStore
    {
        public void Put(string key, object value) => cache.Set(key, value); // finding SF6001 HIGH: in the wrapper

        public async Task<T> GetAsync<T>(string key, Func<Task<T>> load) => (await cache.GetOrCreateAsync(key, _ => load()))!; // finding SF6001 HIGH
    }

    public interface IShortStore
    {
        void Put(string key, object value, TimeSpan? time = null);
    }

    public class ShortStore(IMemoryCache cache) : IShortStore
    {
        public void Put(string key, object value, TimeSpan? time = null) => cache.Set(key, value, Options(time));

        private static MemoryCacheEntryOptions Options(TimeSpan? time) => new() { AbsoluteExpirationRelativeToNow = time ?? TimeSpan.FromMinutes(1) };
    }

    public interface ILookup
    {
        Task<int> OfAsync(Query query);
    }

    public class Lookup(IMemoryCache cache) : ILookup
    {
        public async Task<int> OfAsync(Query query) => await cache.GetOrCreateAsync((query.Name, query.Zoom), Load); // finding SF6001 HIGH: a method as the factory

        private Task<int> Load(ICacheEntry entry) => Task.FromResult(entry.Key.GetHashCode());
    }
}
