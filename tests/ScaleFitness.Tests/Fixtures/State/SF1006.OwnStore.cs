using Microsoft.AspNetCore.Session;
using Microsoft.Extensions.Caching.Distributed;

// A cache and a session store of the app's own: where they keep things is theirs to say.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<IDistributedCache, Own.TableCache>();
builder.Services.AddSession();
var app = builder.Build();
app.UseSession();
app.MapPost("/name", (HttpContext context, string name) => context.Session.SetString("name", name));
app.Run();

namespace Own
{
    public class TableCache : IDistributedCache
    {
        public byte[]? Get(string key) => null;

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Task.FromResult<byte[]?>(null);

        public void Refresh(string key)
        {
        }

        public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;

        public void Remove(string key)
        {
        }

        public Task RemoveAsync(string key, CancellationToken token = default) => Task.CompletedTask;

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options)
        {
        }

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) => Task.CompletedTask;
    }
}
