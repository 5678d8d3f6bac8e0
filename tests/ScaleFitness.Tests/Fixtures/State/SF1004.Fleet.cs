using Fleet;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<FleetContext>(options => options.UseNpgsql("Host=db"));
builder.Services.AddDbContext<AuditContext>(o => o.UseNpgsql("Host=db"), ServiceLifetime.Singleton); // finding SF1004 BLOCKER
builder.Services.AddSingleton<ReportingContext>(); // finding SF1004 BLOCKER
builder.Services.AddDbContextFactory<ArchiveContext>(o => o.UseNpgsql("Host=db"));

builder.Services.AddSingleton<VehicleIndex>();
builder.Services.AddSingleton<IRoutePlanner, RoutePlanner>();
builder.Services.AddSingleton<IDispatch>(provider => new Dispatch(provider.GetRequiredService<DriverRepository>()));
builder.Services.TryAddSingleton<TripCounter>();
builder.Services.AddScoped<DriverRepository>();
builder.Services.AddScoped<IFuelService, FuelService>();
builder.Services.AddTransient<TollService>();
builder.Services.AddSingleton<ArchiveReader>();
builder.Services.AddSingleton<ScopedReader>();
builder.Services.AddSingleton<NightlySums>();
builder.Services.AddSingleton<ContextOptionsHolder>();
builder.Services.AddKeyedSingleton<IBadge, DriverBadge>("driver");
builder.Services.AddHostedService<Telemetry>();
builder.Services.AddHostedService<Cleanup>();
builder.Services.Add(ServiceDescriptor.Singleton<Geofence, Geofence>());

var app = builder.Build();

var root = app.Services.GetRequiredService<ArchiveReader>();
var kept = app.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContext(); // finding SF1004 BLOCKER: captured by an endpoint
app.MapGet("/archive/{id:int}", (int id) => kept.Trips.Find(id));
app.MapGet("/archive/read/{id:int}", (int id) => root.Read(id));
app.MapGet("/trips/{id:int}", (int id, FleetContext context) => context.Trips.Find(id));

using (var scope = app.Services.CreateScope())
{
    var once = scope.ServiceProvider.GetRequiredService<FleetContext>();
    once.Database.EnsureCreated();
}

app.UseMiddleware<TenantMiddleware>();
app.UseMiddleware<LocaleMiddleware>();
app.UseMiddleware<FactoryBuiltMiddleware>();
app.MapControllers();
app.Run();

namespace Fleet
{
    public class VehicleIndex
    {
        private readonly FleetContext _context;

        public VehicleIndex(FleetContext context)
        {
            _context = context; // finding SF1004 BLOCKER
        }

        public async Task<int> CountAsync() => await _context.Trips.CountAsync();
    }

    public interface IRoutePlanner
    {
        Trip? Plan(int id);
    }

    public class RoutePlanner(FleetContext fleet) : IRoutePlanner // finding SF1004 BLOCKER: a primary constructor's parameter
    {
        public Trip? Plan(int id) => fleet.Trips.FirstOrDefault(t => t.Id == id);
    }

    public class DriverRepository(FleetContext context)
    {
        public Task<Trip?> LastTripAsync() => context.Trips.OrderBy(t => t.Id).LastOrDefaultAsync();
    }

    public interface IDispatch
    {
        Task<Trip?> NextAsync();
    }

    public class Dispatch : IDispatch
    {
        private readonly DriverRepository _drivers;

        public Dispatch(DriverRepository drivers) => _drivers = drivers; // finding SF1004 BLOCKER: it holds one, at second hand

        public Task<Trip?> NextAsync() => _drivers.LastTripAsync();
    }

    public class TripCounter
    {
        private FleetContext? _lazy;

        private readonly IServiceProvider _provider;

        public TripCounter(IServiceProvider provider) => _provider = provider;

        public int Count()
        {
            _lazy ??= _provider.GetRequiredService<FleetContext>(); // finding SF1004 BLOCKER: resolved from the root and kept
            return _lazy.Trips.Count();
        }
    }

    public class Geofence
    {
        public Geofence(FleetContext context) => Context = context; // finding SF1004 BLOCKER: an auto-property

        public FleetContext Context { get; }
    }

    public interface IBadge
    {
        bool Allows(int driver);
    }

    public class DriverBadge(FleetContext context) : IBadge
    {
        private readonly FleetContext _badges = context; // finding SF1004 BLOCKER: registered under a key

        public bool Allows(int driver) => _badges.Trips.Any(t => t.DriverId == driver);
    }

    public class Telemetry : BackgroundService
    {
        private readonly FleetContext _fleet;

        public Telemetry(IServiceScopeFactory scopes)
        {
            var scope = scopes.CreateScope();
            _fleet = scope.ServiceProvider.GetRequiredService<FleetContext>(); // finding SF1004 BLOCKER: a scope that is never closed
        }

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await _fleet.SaveChangesAsync(stoppingToken);
                await Task.Delay(TimeSpan.FromMinutes(1), stoppingToken);
            }
        }
    }

    public class TenantMiddleware
    {
        private readonly RequestDelegate _next;
        private readonly FleetContext _context;

        public TenantMiddleware(RequestDelegate next, FleetContext context)
        {
            _next = next;
            _context = context; // finding SF1004 BLOCKER: middleware is made once
        }

        public Task InvokeAsync(HttpContext http)
        {
            http.Items["trips"] = _context.Trips.Count();
            return _next(http);
        }
    }

    public static class FleetLocator
    {
        private static FleetContext? _shared;

        public static FleetContext Shared(IServiceProvider provider)
        {
            if (_shared is null)
                _shared = provider.CreateScope().ServiceProvider.GetRequiredService<FleetContext>(); // finding SF1004 BLOCKER: static
            return _shared;
        }
    }

    public class LocaleMiddleware(RequestDelegate next)
    {
        public async Task InvokeAsync(HttpContext http, FleetContext context)
        {
            http.Items["driver"] = await context.Trips.FirstOrDefaultAsync(t => t.Id == 1);
            await next(http);
        }
    }

    // Made per request by the container: IMiddleware is not conventional middleware.
    public class FactoryBuiltMiddleware(FleetContext context) : IMiddleware
    {
        private readonly FleetContext _context = context;

        public Task InvokeAsync(HttpContext http, RequestDelegate next)
        {
            http.Items["count"] = _context.Trips.Count();
            return next(http);
        }
    }

    public class ArchiveReader(IDbContextFactory<ArchiveContext> contexts)
    {
        private readonly IDbContextFactory<ArchiveContext> _contexts = contexts;

        public Trip? Read(int id)
        {
            using var archive = _contexts.CreateDbContext();
            return archive.Trips.Find(id);
        }
    }

    public class ScopedReader(IServiceScopeFactory scopes)
    {
        public async Task<Trip?> ReadAsync(int id)
        {
            await using var scope = scopes.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<FleetContext>();
            return await FindAsync(context, id);
        }

        private static async Task<Trip?> FindAsync(FleetContext context, int id) => await context.Trips.FindAsync(id);
    }

    // The context lives as long as the method's closure does, and the closure as long as the method.
    public class NightlySums(IServiceProvider provider)
    {
        public async Task<int[]> RunAsync()
        {
            using var scope = provider.CreateScope();
            var context = scope.ServiceProvider.GetRequiredService<FleetContext>();
            Func<int, Task<int>> count = driver => context.Trips.CountAsync(t => t.DriverId == driver);
            return [await count(1), await count(2)];
        }
    }

    public class ContextOptionsHolder(DbContextOptions<FleetContext> options)
    {
        private readonly DbContextOptions<FleetContext> _options = options;

        public FleetContext Create() => new(_options);
    }

    public class Cleanup(IServiceProvider services) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            using var scope = services.CreateScope();
            await scope.ServiceProvider.GetRequiredService<DriverRepository>().LastTripAsync();
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    public interface IFuelService
    {
        int Litres();
    }

    public class FuelService : IFuelService
    {
        private readonly FleetContext _context;

        public FuelService(FleetContext context) => _context = context;

        public int Litres() => _context.Trips.Count();
    }

    public class TollService(FleetContext context, VehicleIndex index)
    {
        private readonly FleetContext _context = context;

        public Task<int> TollAsync() => _context.Trips.Any() ? index.CountAsync() : Task.FromResult(0);
    }

    [Route("fleet")]
    public class FleetController(FleetContext context, IDispatch dispatch, TollService tolls, ScopedReader reader) : ControllerBase
    {
        private readonly FleetContext _context = context;

        [HttpGet("{id:int}")]
        public async Task<IActionResult> Get(int id, [FromServices] AuditContext audit)
        {
            FleetLocator.Shared(HttpContext.RequestServices);
            await audit.SaveChangesAsync();
            return Ok(new { Trip = _context.Trips.Find(id), Next = await dispatch.NextAsync(), Toll = await tolls.TollAsync(), Old = await reader.ReadAsync(id) });
        }
    }

    public class FleetContext(DbContextOptions<FleetContext> options) : DbContext(options)
    {
        public DbSet<Trip> Trips => Set<Trip>();
    }

    public class ArchiveContext(DbContextOptions<ArchiveContext> options) : DbContext(options)
    {
        public DbSet<Trip> Trips => Set<Trip>();
    }

    public class AuditContext(DbContextOptions<AuditContext> options) : DbContext(options);

    public class ReportingContext(DbContextOptions<ReportingContext> options) : DbContext(options);

    public class Trip
    {
        public int Id { get; set; }
        public int DriverId { get; set; }
    }
}
