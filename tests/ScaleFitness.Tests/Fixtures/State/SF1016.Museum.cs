// composed
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Museum;

// A Startup class, extension methods, controllers.
Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>()).Build().Run();

namespace Museum
{
    public class Startup(IConfiguration configuration)
    {
        public void ConfigureServices(IServiceCollection services)
        {
            services.AddControllers();
            services.AddRooms(configuration);
        }

        public void Configure(IApplicationBuilder app) => app.UseRouting().UseEndpoints(e => e.MapControllers());
    }

    public static class Rooms
    {
        public static void AddRooms(this IServiceCollection services, IConfiguration configuration)
        {
            services.TryAddTransient(typeof(IGuide), typeof(Guide)); // finding SF1016 MEDIUM: nobody registers a map
            services.AddScoped<Catalogue>(); // finding SF1016 MEDIUM: the context has no options
            services.AddScoped<Shop>(); // finding SF1016 MEDIUM: a text is no service
            services.AddScoped<Guard>();
            services.Add(ServiceDescriptor.Scoped<IKey, Key>());
            services.AddSingleton(TimeProvider.System);
            services.AddScoped<Hours>();
            services.AddDbContext<Objects>(o => o.UseInMemoryDatabase("objects"));
            services.AddScoped<Store>();
            services.Configure<Prices>(configuration);
        }
    }

    [Route("museum")]
    public class MuseumController(IGuide guide, Shop shop, Guard guard, Hours hours, Store store) : ControllerBase
    {
        [HttpGet]
        public string Get([FromServices] Catalogue catalogue) => $"{guide}{shop}{guard}{hours}{store}{catalogue}";
    }

    public interface IMap;
    public interface IGuide;
    internal class Guide(IMap map) : IGuide { public override string ToString() => map.ToString()!; }
    public class Catalogue(DbContextOptions<Catalogue> options) : DbContext(options);
    public class Shop(string name, IKey key) { public override string ToString() => $"{name}{key}"; }
    public interface IKey;
    public class Key : IKey;
    public class Prices { public decimal Adult { get; set; } }

    public class Guard
    {
        private readonly IKey _key;

        internal Guard(IKey key, IMap map)
            : this(key) => Map = map;

        public Guard(IKey key) => _key = key;
        public IMap? Map { get; }
        public override string ToString() => $"{_key}";
    }

    public class Hours(TimeProvider time, IEnumerable<IMap> maps, Microsoft.Extensions.Options.IOptionsMonitor<Prices> prices, string place = "here") { public override string ToString() => $"{time}{maps}{prices}{place}"; }
    public class Objects(DbContextOptions<Objects> options) : DbContext(options);
    public class Store(Objects objects, ILoggerFactory logs) { public override string ToString() => $"{objects}{logs}"; }
}
