using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Museum;

// The generic host of old: Startup, extension methods that register, a wrapper around the context.
var host = Host.CreateDefaultBuilder(args)
    .ConfigureWebHostDefaults(web => web.UseStartup<Startup>())
    .Build();
await host.RunAsync();

namespace Museum
{
    public class Startup
    {
        public void ConfigureServices(IServiceCollection services)
        {
            services.AddDbContextPool<MuseumDb>(o => o.UseNpgsql("Host=db"));
            services.AddScoped<IUnitOfWork, UnitOfWork>();
            services.AddScoped<ExhibitFilter>();
            services.AddSignalR();
            services.AddControllers();
            services.AddMuseum();
            services.AddSingleton(provider =>
            {
                var db = provider.CreateScope().ServiceProvider.GetRequiredService<MuseumDb>(); // finding SF1004 BLOCKER: captured by what the factory makes
                return new Func<int>(() => db.Exhibits.Count());
            });
            services.AddSingleton<Func<IServiceProvider, int>>(_ => provider => provider.GetRequiredService<MuseumDb>().Exhibits.Count());
            services.AddSingleton(new Opening(new DateTime(2020, 1, 1)));
        }

        public void Configure(IApplicationBuilder app)
        {
            app.UseRouting();
            app.Use(async (context, next) =>
            {
                var db = context.RequestServices.GetRequiredService<MuseumDb>();
                context.Items["exhibits"] = await db.Exhibits.CountAsync();
                await next();
            });
            app.UseMiddleware<GuideMiddleware>();
            app.UseEndpoints(endpoints => endpoints.MapHub<TourHub>("/tour"));
        }
    }

    public static class MuseumServices
    {
        public static IServiceCollection AddMuseum(this IServiceCollection services)
        {
            services.AddSingleton<ITicketDesk, TicketDesk>();
            services.AddSingleton<Curator>();
            services.AddSingleton(typeof(ICatalogue<>), typeof(Catalogue<>));
            services.AddSingleton<Cloakroom>();
            services.AddSingleton<Gate>();
            services.AddTransient<Guide>();
            services.AddSingleton<NightWatch>();
            services.AddHostedService(provider => provider.GetRequiredService<NightWatch>());
            return services;
        }
    }

    public interface IUnitOfWork
    {
        Task CommitAsync();
    }

    public class UnitOfWork(MuseumDb db) : IUnitOfWork
    {
        public Task CommitAsync() => db.SaveChangesAsync();
    }

    public interface ITicketDesk
    {
        Task SellAsync();
    }

    public class TicketDesk : ITicketDesk
    {
        private readonly IUnitOfWork _work;

        public TicketDesk(IUnitOfWork work) => _work = work; // finding SF1004 BLOCKER: an interface whose implementation holds one

        public Task SellAsync() => _work.CommitAsync();
    }

    public abstract class Staff
    {
        protected readonly MuseumDb Db;

        protected Staff(MuseumDb db)
        {
            Db = db; // finding SF1004 BLOCKER: the singleton is a derived class
        }
    }

    public class Curator(MuseumDb db) : Staff(db)
    {
        public int Count() => Db.Exhibits.Count();
    }

    public interface ICatalogue<T> where T : class
    {
        T? Find(int id);
    }

    public class Catalogue<T>(MuseumDb museum) : ICatalogue<T> where T : class // finding SF1004 BLOCKER: an open generic
    {
        public T? Find(int id) => museum.Set<T>().Find(id);
    }

    public class Cloakroom
    {
        private readonly Lazy<MuseumDb> _db;

        public Cloakroom(IServiceProvider provider) =>
            _db = new Lazy<MuseumDb>(() => provider.GetRequiredService<MuseumDb>()); // finding SF1004 BLOCKER: lazily, and for ever

        public int Coats() => _db.Value.Exhibits.Count();
    }

    // A factory delegate makes a context for each use.
    public class Gate(IServiceScopeFactory scopes)
    {
        private readonly Func<IServiceScope> _open = scopes.CreateScope;

        public bool Any()
        {
            using var scope = _open();
            return scope.ServiceProvider.GetRequiredService<MuseumDb>().Exhibits.Any();
        }
    }

    public class Guide(MuseumDb db)
    {
        public int Rooms() => db.Exhibits.Count();
    }

    public class NightWatch(Guide guide) : BackgroundService // finding SF1004 BLOCKER: through a transient
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken)
        {
            Console.WriteLine(guide.Rooms());
            return Task.CompletedTask;
        }
    }

    public class GuideMiddleware
    {
        private readonly RequestDelegate _next;
        private readonly Opening _opening;

        public GuideMiddleware(RequestDelegate next, Opening opening, MuseumDb db)
        {
            // Used once while the pipeline is built, and let go.
            db.Database.CanConnect();
            _next = next;
            _opening = opening;
        }

        public Task Invoke(HttpContext context, IUnitOfWork work)
        {
            context.Items["since"] = _opening.Since;
            context.Items["work"] = work;
            return _next(context);
        }
    }

    public record Opening(DateTime Since);

    public class ExhibitFilter(MuseumDb db) : IAsyncResultFilter
    {
        public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
        {
            context.HttpContext.Items["n"] = await db.Exhibits.CountAsync();
            await next();
        }
    }

    // A hub is made per call.
    public class TourHub(MuseumDb db) : Hub
    {
        private readonly MuseumDb _db = db;

        public Task<int> Exhibits() => _db.Exhibits.CountAsync();
    }

    public class MuseumDb(DbContextOptions<MuseumDb> options) : DbContext(options)
    {
        public DbSet<Exhibit> Exhibits => Set<Exhibit>();
    }

    public class Exhibit
    {
        public int Id { get; set; }
    }
}
