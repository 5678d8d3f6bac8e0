using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Caching.Distributed;
using System.Xml.Linq;

// A company's own package: what it sets up, the app's code does not show.
namespace Contoso.Web
{
    public static class ContosoWeb
    {
        /// <summary>Session over the framework's cache in memory.</summary>
        public static IServiceCollection AddContosoSession(this IServiceCollection services) => services.AddDistributedMemoryCache().AddSession();

        public static IApplicationBuilder UseContosoSession(this IApplicationBuilder app) => app.UseSession();

        /// <summary>The company's cache, which all instances reach.</summary>
        public static IServiceCollection AddContosoStore(this IServiceCollection services) => services.AddSingleton<IDistributedCache, ContosoCache>();

        public static IServiceCollection AddContosoSignIn(this IServiceCollection services)
        {
            services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
            return services;
        }

        /// <summary>Keys in the company's vault.</summary>
        public static IServiceCollection AddContosoKeys(this IServiceCollection services)
        {
            services.AddDataProtection().SetApplicationName("contoso");
            return services.Configure<KeyManagementOptions>(o => o.XmlRepository = new ContosoKeys());
        }

        /// <summary>A cache in memory with a limit.</summary>
        public static IServiceCollection AddContosoMemory(this IServiceCollection services) => services.AddMemoryCache(options => options.SizeLimit = 5_000);

        public static IServiceCollection AddContosoRealtime(this IServiceCollection services)
        {
            services.AddSignalR();
            return services.AddSingleton(typeof(HubLifetimeManager<>), typeof(ContosoHubs<>));
        }

        public static void MapContosoHub<THub>(this IEndpointRouteBuilder endpoints) where THub : Hub => endpoints.MapHub<THub>("/contoso");
    }

    internal sealed class ContosoCache : IDistributedCache
    {
        public byte[]? Get(string key) => null;
        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Task.FromResult<byte[]?>(null);
        public void Set(string key, byte[] value, DistributedCacheEntryOptions options) { }
        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) => Task.CompletedTask;
        public void Refresh(string key) { }
        public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;
        public void Remove(string key) { }
        public Task RemoveAsync(string key, CancellationToken token = default) => Task.CompletedTask;
    }

    internal sealed class ContosoKeys : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements() => [];
        public void StoreElement(XElement element, string friendlyName) { }
    }

    internal sealed class ContosoHubs<THub>(ILogger<DefaultHubLifetimeManager<THub>> logger) : DefaultHubLifetimeManager<THub>(logger) where THub : Hub;
}
