using Hospital;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

// Minimal API: what singletons are made with, in every way a registration can say it.
var builder = WebApplication.CreateBuilder(args);
var services = builder.Services;
services.AddScoped<ICurrentDoctor, CurrentDoctor>();
services.AddScoped<Visit>();
services.AddScoped<Recipe>();
services.AddScoped<Chart>();
services.AddScoped<Shift>();
services.AddScoped<Sample>();
services.AddScoped<Badge>();
services.AddScoped<Page>();
services.AddScoped(typeof(IJournal<>), typeof(Journal<>));
services.AddScoped<IAlarm, QuietAlarm>();
services.AddSingleton<IAlarm, LoudAlarm>();
services.AddKeyedScoped<IPrinter, LabelPrinter>("label");
services.AddKeyedSingleton<IPrinter, PagePrinter>("page");
services.AddTransient<IFormatter, Formatter>();
services.AddTransient<PlainFormatter>();
services.AddDbContext<WardContext>(o => o.UseNpgsql("Host=db"));
services.AddScoped<WardRepository>();
services.AddSingleton<IClock, Clock>();

services.AddSingleton<Rounds>(); // finding SF1005 HIGH: a constructor's parameter
services.AddSingleton<IDispensary, Dispensary>(); // finding SF1005 HIGH: through a transient, behind an interface
services.AddSingleton<Archive>(); // finding SF1005 HIGH: an open generic
services.AddSingleton<Siren>(); // finding SF1005 HIGH: one of several
services.AddSingleton<Labels>(); // finding SF1005 HIGH: by its key
services.AddSingleton<IBilling>(sp => new Billing(sp.GetRequiredService<Visit>())); // finding SF1005 HIGH: asked for by a factory
services.AddSingleton(Triage.Create); // finding SF1005 HIGH: by a factory with a name, and what it calls
services.AddSingleton<Settings>(); // finding SF1005 HIGH: a snapshot of options is scoped
services.AddHostedService<NightShift>(); // finding SF1005 HIGH: a hosted service
services.AddSingleton<Laboratory>(sp => ActivatorUtilities.CreateInstance<Laboratory>(sp, "b")); // finding SF1005 HIGH: made by hand, with the container's help
services.AddSingleton<Reception>(); // finding SF1005 HIGH: two of them, one mistake

services.AddSingleton<Ward>();
services.AddSingleton<Beds>();
services.AddSingleton<Pages>();
services.AddSingleton<LastAlarm>();
services.AddSingleton<Catering>();
services.AddSingleton<Cleaning>();
services.AddSingleton<Porter>();
services.AddSingleton<Keeper>();
services.AddSingleton<Choices>();
services.AddSingleton(sp => new Parking(sp.GetRequiredService<IServiceScopeFactory>()));
services.AddSingleton<Canteen>(sp =>
{
    using var scope = sp.CreateScope();
    return new Canteen(scope.ServiceProvider.GetRequiredService<Visit>().ToString()!);
});
services.AddSingleton(new Ambulance(new Visit()));
services.AddScoped<Consultation>();
var app = builder.Build();
app.UseMiddleware<DoctorMiddleware>(); // finding SF1005 HIGH: middleware is made once
app.UseMiddleware<VisitMiddleware>();
app.MapGet("/", (Rounds rounds, Consultation consultation) => rounds.ToString() + consultation);
app.Run();

namespace Hospital
{
    public interface ICurrentDoctor;
    public class CurrentDoctor(IHttpContextAccessor http) : ICurrentDoctor
    {
        public string? Name => http.HttpContext?.User.Identity?.Name;
    }

    public class Visit;
    public class Recipe;
    public class Chart;
    public class Shift;
    public class Sample;
    public class Badge;
    public class Page;
    public interface IJournal<T>;
    public class Journal<T>(Page visit) : IJournal<T>
    {
        public override string ToString() => visit.ToString()!;
    }

    public interface IAlarm;
    public class QuietAlarm : IAlarm;
    public class LoudAlarm : IAlarm;
    public interface IPrinter;
    public class LabelPrinter : IPrinter;
    public class PagePrinter : IPrinter;
    public interface IFormatter;
    public class Formatter(Recipe doctor) : IFormatter
    {
        public override string ToString() => doctor.ToString()!;
    }

    public class PlainFormatter(IClock clock)
    {
        public override string ToString() => clock.ToString()!;
    }

    public interface IClock;
    public class Clock : IClock;

    public class Rounds
    {
        private readonly ICurrentDoctor _doctor;

        private readonly int _length;

        public Rounds(IClock clock) => _doctor = null!;

        public Rounds(IClock clock, ICurrentDoctor doctor)
        {
            _doctor = doctor;
            _length = 3;
        }

        public override string ToString() => $"{_doctor} {_length}";
    }

    public interface IDispensary;
    public class Dispensary(IFormatter formatter) : IDispensary
    {
        public override string ToString() => formatter.ToString()!;
    }

    public record Patient(int Id);

    public class Archive(IJournal<Patient> journal)
    {
        public override string ToString() => journal.ToString()!;
    }

    public class Siren(IEnumerable<IAlarm> alarms)
    {
        public int Count => alarms.Count();
    }

    public class Labels([FromKeyedServices("label")] IPrinter printer)
    {
        public override string ToString() => printer.ToString()!;
    }

    public interface IBilling;
    public class Billing(Visit visit) : IBilling
    {
        public override string ToString() => visit.ToString()!;
    }

    public class Triage
    {
        private readonly Chart _chart;

        private Triage(Chart chart) => _chart = chart;

        public static Triage Create(IServiceProvider provider) => new(ChartOf(provider));

        private static Chart ChartOf(IServiceProvider provider) => (Chart)provider.GetRequiredService(typeof(Chart));

        public override string ToString() => _chart.ToString()!;
    }

    public class HospitalOptions
    {
        public int Beds { get; set; }
    }

    public class Settings(IOptionsSnapshot<HospitalOptions> options)
    {
        public int Beds => options.Value.Beds;
    }

    public class NightShift(Shift visit) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.FromResult(visit);
    }

    public class Laboratory(string floor, Sample visit)
    {
        public override string ToString() => floor + visit;
    }

    public class Reception(Visit visit, ICurrentDoctor doctor)
    {
        public override string ToString() => visit.ToString() + doctor;
    }

    public class DoctorMiddleware(RequestDelegate next, Badge doctor)
    {
        public Task InvokeAsync(HttpContext context)
        {
            context.Response.Headers["X-Doctor"] = doctor.ToString();
            return next(context);
        }
    }

    // From here on: right as it is.
    public class VisitMiddleware(RequestDelegate next, IClock clock)
    {
        public Task InvokeAsync(HttpContext context, Visit visit)
        {
            context.Response.Headers["X-Visit"] = visit.ToString() + clock;
            return next(context);
        }
    }

    public class WardContext(DbContextOptions<WardContext> options) : DbContext(options);

    public class WardRepository(WardContext context)
    {
        public int Tracked => context.ChangeTracker.Entries().Count();
    }

    // Holds a context at second hand: another rule reports that, and once is enough.
    public class Ward(WardRepository repository)
    {
        public int Tracked => repository.Tracked;
    }

    public class Beds(IClock clock, IOptionsMonitor<HospitalOptions> options)
    {
        public override string ToString() => $"{clock} {options.CurrentValue.Beds}";
    }

    public class Pages([FromKeyedServices("page")] IPrinter printer)
    {
        public override string ToString() => printer.ToString()!;
    }

    // Two registrations, and the last one that ran answers: the singleton.
    public class LastAlarm(IAlarm alarm)
    {
        public override string ToString() => alarm.ToString()!;
    }

    public class Catering(Func<Visit> visit)
    {
        public override string ToString() => visit().ToString()!;
    }

    public class Cleaning(Lazy<ICurrentDoctor> doctor)
    {
        public override string ToString() => doctor.Value.ToString()!;
    }

    public class Porter(IServiceScopeFactory scopes)
    {
        public async Task<string> CarryAsync()
        {
            await using var scope = scopes.CreateAsyncScope();
            return scope.ServiceProvider.GetRequiredService<ICurrentDoctor>().ToString()!;
        }
    }

    // A singleton that is captive's keeper is found where it is registered; who takes it is no second case.
    public class Keeper(Rounds rounds, PlainFormatter formatter)
    {
        public override string ToString() => rounds.ToString() + formatter;
    }

    public class Choices(IOptions<HospitalOptions> options, IServiceProvider provider)
    {
        public override string ToString() => $"{options.Value.Beds} {provider}";
    }

    public class Parking(IServiceScopeFactory scopes)
    {
        public override string ToString() => scopes.ToString()!;
    }

    public class Canteen(string menu)
    {
        public override string ToString() => menu;
    }

    public class Ambulance(Visit visit)
    {
        public override string ToString() => visit.ToString()!;
    }

    public class Consultation(Rounds rounds, ICurrentDoctor doctor, Visit visit)
    {
        public override string ToString() => $"{rounds} {doctor} {visit}";
    }
}
