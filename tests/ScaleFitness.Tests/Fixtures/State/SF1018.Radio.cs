// composed
using Radio;

Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>()).Build().Run();

namespace Radio
{
    public class Startup
    {
        public void ConfigureServices(IServiceCollection services)
        {
            services.AddRouting();
            services.AddSingleton(typeof(ITuner), typeof(Tuner)); // finding SF1018 MEDIUM: the state lies in the base
            services.AddSingleton(typeof(IDial), typeof(Tuner));
            AddMixers(services);
            services.AddSingleton<IMast>(_ => new Mast());
            services.AddTransient<IAntenna>(sp => Antenna(sp)); // finding SF1018 MEDIUM: through a method of its own
            services.AddScoped<IWave>(sp => sp.GetRequiredService<Wave>());
            services.AddScoped<Wave>();
            services.AddSingleton<ILog, Log>();
            services.AddSingleton<Log>();
            services.AddSingleton<IMeter, Meter>();
            services.AddSingleton<IGauge>(sp => (IGauge)sp.GetRequiredService<IMeter>());
        }

        private static void AddMixers(IServiceCollection services)
        {
            services.AddScoped<IMixer, Mixer>(); // finding SF1018 MEDIUM: an async method changes it, in a lambda
            services.AddScoped<IFader, Mixer>();
        }

        private static IAntenna Antenna(IServiceProvider provider) => (IAntenna)provider.GetRequiredService<IMast>();

        public void Configure(IApplicationBuilder app) => app.UseRouting().UseEndpoints(e =>
        {
            e.MapGet("/", (ITuner tuner, IDial dial, IMixer mixer, IFader fader) => $"{tuner}{dial}{mixer}{fader}");
            e.MapGet("/mast", (IMast mast, IAntenna antenna, IWave wave, Wave own, ILog log, Log mine, IMeter meter, IGauge gauge) => $"{mast}{antenna}{wave}{own}{log}{mine}{meter}{gauge}");
        });
    }

    public abstract class Device
    {
        private double _frequency;
        public void Tune(double frequency) => _frequency = frequency;
        public override string ToString() => $"{_frequency}";
    }

    public interface ITuner;
    public interface IDial;
    public class Tuner : Device, ITuner, IDial;

    public interface IMixer;
    public interface IFader;
    public class Mixer : IMixer, IFader
    {
        private readonly Dictionary<string, int> _levels = [];

        public async Task Fade(IEnumerable<string> names)
        {
            await Task.Yield();
            foreach (var set in names.Select(n => (Action)(() => _levels[n] = 0)))
                set();
        }
    }

    public interface IMast;
    public interface IAntenna;
    public class Mast : IMast, IAntenna, IDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        public void Dispose() => _stop.Cancel();
    }

    public interface IWave;
    public class Wave : IWave, IDisposable { public void Dispose() => Console.WriteLine("gone"); }

    // A logger that is set once, and counts nothing.
    public interface ILog;
    public class Log : ILog
    {
        private readonly ILogger<Log> _log;
        private string? _name;
        public Log(ILogger<Log> log) => _log = log;
        public void Write(string text) => _log.LogInformation("{Name}: {Text}", _name ??= Environment.MachineName, text);
    }

    public interface IMeter;
    public interface IGauge;
    public class Meter : IMeter, IGauge
    {
        private int _reads;
        public int Read() => ++_reads;
    }
}
