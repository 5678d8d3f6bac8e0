// composed
using Ferry;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Scrutor;

var builder = WebApplication.CreateBuilder(args);
var services = builder.Services;
services.AddScoped<Tickets>(); // finding SF1016 MEDIUM: nothing registers IRates
services.AddSingleton<ICrew, Crew>(); // finding SF1016 MEDIUM: the accessor is not there by itself
services.AddScoped<Cabins>(); // finding SF1016 MEDIUM: not under that key
services.AddHostedService<Timetable>(); // finding SF1016 MEDIUM: the host would fail to start it
services.AddTransient<Forgotten>(); // finding SF1016 LOW: nobody takes it
services.AddScoped(typeof(ILog<>), typeof(Log<>)); // finding SF1016 MEDIUM: an open one too
services.Scan(scan => scan.FromAssemblyOf<Ship>().AddClasses(c => c.AssignableTo(typeof(IHandler<>))).AsImplementedInterfaces().WithScopedLifetime());

services.AddKeyedScoped<IDeck, Deck>("car");
services.AddScoped<Decks>();
services.AddScoped<Plain>();
services.AddScoped<Choosy>();
services.AddScoped<Generous>();
services.AddScoped(typeof(IStore<>), typeof(Store<>));
services.AddScoped<Stored>();
services.AddHttpClient<Weather>();
services.AddScoped(sp => new Made(null));
services.AddSingleton(new Given(null));
services.AddScoped<IGangway, OldGangway>();
services.AddScoped<IGangway, Gangway>();
services.AddScoped<Sold>(); // finding SF1016 MEDIUM @low: a setting may register it
if (builder.Configuration["Sales"] is { } sales)
    services.AddSingleton<ISales>(new Sales(sales));
services.AddScoped<Removed>();
services.RemoveAll<Removed>();

var app = builder.Build();
app.MapGet("/tickets", (Tickets tickets) => tickets.ToString());
app.MapGet("/crew", (ICrew crew, ILog<Ship> log) => $"{crew}{log}");
app.MapGet("/cabins", (Cabins cabins, Decks decks) => $"{cabins}{decks}");
app.MapGet("/fine", (Plain a, Choosy b, Generous c, Stored d, Weather e, Made f, Given g, IGangway h, Sold i) => $"{a}{b}{c}{d}{e}{f}{g}{h}{i}");
app.MapGet("/handle", (IHandler<Ship> handler, IHandler<Harbour> other) => $"{handler}{other}");
app.Run();

namespace Ferry
{
    public class Ship;
    public class Harbour;
    public interface IRates;
    public class Tickets(IRates rates) { public override string ToString() => rates.ToString()!; }
    public interface ICrew;
    public class Crew(IHttpContextAccessor accessor) : ICrew { public override string ToString() => accessor.ToString()!; }
    public interface IDeck;
    public class Deck : IDeck;
    public class Cabins([FromKeyedServices("cabin")] IDeck deck) { public override string ToString() => deck.ToString()!; }
    public class Decks([FromKeyedServices("car")] IDeck deck) { public override string ToString() => deck.ToString()!; }
    public class Timetable(IRates rates) : BackgroundService { protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.FromResult(rates); }
    public class Forgotten(IRates rates) { public override string ToString() => rates.ToString()!; }
    public interface ILog<T>;
    public class Log<T>(IRates rates) : ILog<T> { public override string ToString() => rates.ToString()!; }

    // Everything that the container brings by itself, or that may stay away.
    public class Plain(IServiceProvider provider, IServiceScopeFactory scopes, IServiceProviderIsService asks, ILogger<Plain> log, ILoggerFactory logs, IOptions<Ship> options, IConfiguration configuration, IHostEnvironment environment, IHostApplicationLifetime life, IRates? rates = null)
    {
        public override string ToString() => $"{provider}{scopes}{asks}{log}{logs}{options}{configuration}{environment}{life}{rates}";
    }

    public class Choosy
    {
        public Choosy(ILogger<Choosy> log) => Log = log;

        public Choosy(ILogger<Choosy> log, IRates rates)
            : this(log) => Rates = rates;

        public ILogger<Choosy> Log { get; }
        public IRates? Rates { get; }
    }

    public class Generous(IEnumerable<IRates> rates) { public override string ToString() => rates.ToString()!; }
    public interface IStore<T>;
    public class Store<T> : IStore<T>;
    public class Stored(IStore<Ship> ships) { public override string ToString() => ships.ToString()!; }
    public class Weather(HttpClient client) { public override string ToString() => client.ToString()!; }
    public class Made(IRates? rates) { public override string ToString() => $"{rates}"; }
    public class Given(IRates? rates) { public override string ToString() => $"{rates}"; }
    public interface IGangway;
    public class OldGangway(IRates rates) : IGangway { public override string ToString() => rates.ToString()!; }
    public class Gangway : IGangway;
    public interface ISales;
    public class Sales(string address) : ISales { public override string ToString() => address; }
    public class Sold(ISales sales) { public override string ToString() => sales.ToString()!; }
    public class Removed(IRates rates) { public override string ToString() => rates.ToString()!; }

    public interface IHandler<T>;
    public class ShipHandler(IRates rates) : IHandler<Ship> // finding SF1016 MEDIUM: a scan registers it
    {
        public override string ToString() => rates.ToString()!;
    }

    public class HarbourHandler(ILogger<HarbourHandler> log) : IHandler<Harbour> { public override string ToString() => log.ToString()!; }
}
