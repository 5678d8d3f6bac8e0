// composed
using System.Collections.Concurrent;
using Harbour;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Scrutor;

// Lifetimes as the host has them.
var builder = WebApplication.CreateBuilder(args);
var services = builder.Services;
services.Scan(scan => scan.FromAssemblyOf<Ship>().AddClasses(c => c.AssignableTo<IBoard>()).AsImplementedInterfaces().WithSingletonLifetime());
services.AddSingleton<Berths>();
services.AddSingleton<Pilots>();
services.Replace(ServiceDescriptor.Scoped<Pilots, Pilots>());
services.AddScoped<Tides>();
services.TryAddSingleton<Tides>();
if (builder.Environment.IsDevelopment())
    services.AddSingleton<ITraffic, RecordedTraffic>();
else
    services.AddSingleton<ITraffic, Traffic>();
var app = builder.Build();
app.MapPost("/ships/{name}", (string name, IBoard board, Berths berths, Pilots pilots, Tides tides, ITraffic traffic) =>
{
    board.Post(name);
    berths.Take(name);
    pilots.Assign(name);
    tides.Note(name);
    traffic.See(name);
});
app.Run();

namespace Harbour
{
    public class Ship;

    public interface IBoard { void Post(string name); }
    public class Board : IBoard
    {
        private readonly ConcurrentQueue<string> _posts = new(); // finding SF1003 HIGH: a scan made it a singleton
        public void Post(string name) => _posts.Enqueue(name);
    }

    public class Berths
    {
        private readonly ConcurrentDictionary<string, DateTime> _taken = new(); // finding SF1003 HIGH
        public void Take(string name) => _taken[name] = DateTime.UtcNow;
    }

    // Replaced: the host has it scoped.
    public class Pilots
    {
        private readonly List<string> _assigned = [];
        public void Assign(string name) => _assigned.Add(name);
    }

    // What was there first stays.
    public class Tides
    {
        private readonly List<string> _notes = [];
        public void Note(string name) => _notes.Add(name);
    }

    public interface ITraffic { void See(string name); }
    public class Traffic : ITraffic
    {
        public void See(string name) => Console.WriteLine(name);
    }

    // Not in Production.
    public class RecordedTraffic : ITraffic
    {
        private readonly List<string> _seen = [];
        public void See(string name) => _seen.Add(name);
    }
}
