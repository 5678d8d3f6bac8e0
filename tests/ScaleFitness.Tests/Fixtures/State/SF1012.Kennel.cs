using System.Collections.Concurrent;
using System.Threading.Channels;
using Kennel;

// Minimal API: queues that the container hands out, or that start-up code hands around.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(Channel.CreateBounded<Walk>(50)); // finding SF1012 HIGH: registered ready-made
builder.Services.AddSingleton(sp => sp.GetRequiredService<Channel<Walk>>().Writer);
builder.Services.AddSingleton(sp => sp.GetRequiredService<Channel<Walk>>().Reader);
builder.Services.AddSingleton<ConcurrentQueue<Meal>>(); // finding SF1012 HIGH: made by the container
builder.Services.AddSingleton(_ => Channel.CreateUnbounded<Bath>()); // finding SF1012 HIGH: made by a factory
builder.Services.AddScoped<ConcurrentQueue<Note>>();
builder.Services.AddHostedService<Walker>();
builder.Services.AddHostedService<Feeder>();
builder.Services.AddHostedService<Washer>();
builder.Services.AddHostedService<Vet>();
builder.Services.AddSingleton<Visits>();
builder.Services.AddTransient<Booking>();

var shots = new PriorityQueue<string, int>(); // finding SF1012 HIGH: start-up code hands it to both
builder.Services.AddHostedService(_ => new Vaccination(shots));
var app = builder.Build();

app.MapPost("/walks", async (ChannelWriter<Walk> walks, string dog) => await walks.WriteAsync(new Walk(dog)));
app.MapPost("/meals", (ConcurrentQueue<Meal> meals, string dog) => meals.Enqueue(new Meal(dog)));
app.MapPost("/baths", (Channel<Bath> baths, string dog) => { baths.Writer.TryWrite(new Bath(dog)); });
app.MapPost("/notes", (ConcurrentQueue<Note> notes, string dog) => notes.Enqueue(new Note(dog)));
app.MapPost("/visits", (Visits visits, string dog) => visits.Plan(dog));
app.MapPost("/shots", (string dog) => shots.Enqueue(dog, 1));
app.MapPost("/bookings", (Booking booking, string dog) => booking.Book(dog));
app.Run();

namespace Kennel
{
    public record Walk(string Dog);
    public record Meal(string Dog);
    public record Bath(string Dog);
    public record Note(string Dog);

    public class Walker(ChannelReader<Walk> walks) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await foreach (var walk in walks.ReadAllAsync(stoppingToken)) await Task.Delay(walk.Dog.Length, stoppingToken);
        }
    }

    public class Feeder(ConcurrentQueue<Meal> meals) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
            while (await timer.WaitForNextTickAsync(stoppingToken)) Feed();

            void Feed()
            {
                if (meals.TryDequeue(out var meal)) Console.WriteLine(meal);
            }
        }
    }

    public class Washer(Channel<Bath> baths) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (await baths.Reader.WaitToReadAsync(stoppingToken))
                while (baths.Reader.TryRead(out var bath)) Console.WriteLine(bath);
        }
    }

    public class Vaccination(PriorityQueue<string, int> shots) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(1000, stoppingToken);
                if (shots.TryDequeue(out var dog, out _)) Console.WriteLine(dog);
            }
        }
    }

    public class Visits
    {
        private readonly object _gate = new();

        private readonly List<string> _planned = []; // finding SF1012 HIGH: a list that is emptied

        public void Plan(string dog)
        {
            lock (_gate) _planned.Add(dog);
        }

        public List<string> Take()
        {
            lock (_gate)
            {
                var all = new List<string>(_planned);
                _planned.Clear();
                return all;
            }
        }
    }

    public class Vet(Visits visits, IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                foreach (var dog in visits.Take()) Console.WriteLine(dog);
                await using var scope = scopes.CreateAsyncScope();
                var booking = scope.ServiceProvider.GetRequiredService<Booking>();
                booking.Book("all");
                booking.Finish();
            }
        }
    }

    // A queue of its own for each that uses it: requests and background work never meet.
    public class Booking
    {
        private readonly Queue<string> _steps = new();

        public void Book(string dog) => _steps.Enqueue(dog);

        public void Finish()
        {
            while (_steps.TryDequeue(out var step)) Console.WriteLine(step);
        }
    }
}
