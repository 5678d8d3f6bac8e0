// composed
using Choir;

Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>()).Build().Run();

namespace Choir
{
    public class Startup
    {
        public void ConfigureServices(IServiceCollection services)
        {
            services.AddRouting();
            services.AddTransient(typeof(IVoice), typeof(Alto)); // finding SF1017 MEDIUM: open to see, three lines on
            services.AddKeyedScoped<IPart, First>("solo"); // finding SF1017 LOW: under the same key
            services.AddScoped(typeof(IScore<>), typeof(Score<>)); // finding SF1017 LOW: open generics
            services.AddScoped<IVoice, Tenor>();
            services.AddKeyedScoped<IPart, Second>("solo");
            services.AddScoped(typeof(IScore<>), typeof(Printed<>));
            services.AddSingleton<IStage>(new Stage("old")); // finding SF1017 LOW: objects handed over
            AddStages(services);

            // An open one and a closed one answer each for itself.
            services.AddScoped<IScore<Startup>, Sketch>();
            // Each of them asks for all.
            services.AddScoped<IBell, Low>();
            services.AddScoped<IBell, High>();
            services.AddScoped<Peal>();
            // The last hands out the first.
            services.AddSingleton<IConductor, Conductor>();
            services.AddSingleton<Conductor>();
            services.AddScoped<IConductor>(sp => new Careful(sp.GetRequiredService<Conductor>()));
            // In a loop, by one call.
            foreach (var seat in new[] { typeof(Front), typeof(Back) })
                services.AddScoped(typeof(ISeat), seat);
        }

        private static void AddStages(IServiceCollection services) => services.AddSingleton<IStage>(new Hall());

        public void Configure(IApplicationBuilder app) => app.UseRouting();
    }

    public interface IVoice;
    public class Alto : IVoice;
    public class Tenor : IVoice;
    public interface IPart;
    public class First : IPart;
    public class Second : IPart;
    public interface IScore<T>;
    public class Score<T> : IScore<T>;
    public class Printed<T> : IScore<T>;
    public class Sketch : IScore<Startup>;
    public interface IStage;
    public class Stage(string name) : IStage { public override string ToString() => name; }
    public class Hall : IStage;
    public interface IBell;
    public class Low : IBell;
    public class High : IBell;
    public class Peal(IReadOnlyList<IBell> bells) { public override string ToString() => $"{bells.Count}"; }
    public interface IConductor;
    public class Conductor : IConductor;
    public class Careful(IConductor inner) : IConductor { public override string ToString() => inner.ToString()!; }
    public interface ISeat;
    public class Front : ISeat;
    public class Back : ISeat;
}
