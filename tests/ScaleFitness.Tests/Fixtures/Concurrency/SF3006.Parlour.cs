using System.Threading.Channels;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Parlour;
using StackExchange.Redis;

// Work that a request lets go of, and work that somebody keeps.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<ParlourContext>(o => o.UseNpgsql("Host=db"));
builder.Services.AddHttpClient<Mailer>();
builder.Services.AddScoped<IOrders, Orders>();
builder.Services.AddSingleton<Meter>();
builder.Services.AddSingleton<Sweeper>();
builder.Services.AddSingleton(Channel.CreateBounded<int>(100));
builder.Services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect("redis"));
builder.Services.AddHttpClient();
var app = builder.Build();
_ = Task.Run(() => app.Services.GetRequiredService<Meter>().Warm());
app.MapPost("/orders/{id:int}", (int id, ParlourContext db) =>
{
    Task.Run(async () => // finding SF3006 BLOCKER: the context is disposed of by then
    {
        db.Orders.Add(new Visit { Id = id });
        await db.SaveChangesAsync();
    });
    return Results.Accepted();
});
app.MapPost("/ping", (IHttpClientFactory factory) =>
{
    _ = factory.CreateClient().GetStringAsync("https://ping.example"); // finding SF3006 HIGH
    return Results.Ok();
});
app.MapPost("/queue", async (int id, Channel<int> queue) =>
{
    await queue.Writer.WriteAsync(id);
    queue.Writer.TryWrite(id);
    return Results.Accepted();
});
app.MapPost("/own-scope/{id:int}", (int id, IServiceScopeFactory scopes) =>
{
    _ = Task.Run(async () => // finding SF3006 HIGH: a scope of its own, but still nobody waits
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ParlourContext>();
        await db.SaveChangesAsync();
    });
});
app.MapGet("/both", async (Meter meter) =>
{
    var first = meter.ReadAsync(1);
    var second = meter.ReadAsync(2);
    await Task.WhenAll(first, second);
    return await first + await second;
});
app.MapGet("/listed", async (Meter meter, int[] ids) =>
{
    var tasks = new List<Task<int>>();
    foreach (var id in ids)
        tasks.Add(meter.ReadAsync(id));
    tasks.AddRange(ids.Select(meter.ReadAsync));
    return (await Task.WhenAll(tasks)).Sum() + (await Task.WhenAll(meter.ReadAsync(1), meter.ReadAsync(2))).Length;
});
app.MapGet("/returned", (Meter meter) => meter.ReadAsync(3));
app.MapGet("/text", (Meter meter) => $"reading: {meter.ReadAsync(4)}"); // finding SF3006 HIGH @medium: a task is formatted
app.MapControllers();
app.Run();

namespace Parlour
{
    public class ParlourContext(DbContextOptions<ParlourContext> options) : DbContext(options)
    {
        public DbSet<Visit> Orders => Set<Visit>();
    }

    public class Visit
    {
        public int Id { get; set; }
    }

    public class Mailer(HttpClient http)
    {
        public async Task SendAsync(string text) => await http.PostAsync("https://mail.example", new StringContent(text));
    }

    public interface IOrders
    {
        Task CloseAsync(int id);
    }

    public class Orders(ParlourContext db) : IOrders
    {
        public async Task CloseAsync(int id) => await db.Orders.Where(o => o.Id == id).ExecuteDeleteAsync();
    }

    public class Meter
    {
        private readonly List<Task> _running = [];
        private Task? _current;

        public async Task<int> ReadAsync(int id)
        {
            await Task.Delay(id);
            return id;
        }

        public void Warm() => Thread.Sleep(1);

        // Kept: somebody awaits it when the app stops.
        public void Keep()
        {
            _current = ReadAsync(5);
            _running.Add(ReadAsync(6));
        }

        public Task StopAsync() => Task.WhenAll(_running.Append(_current!));
    }

    public class Sweeper
    {
        public event EventHandler? Swept;

        public void Sweep() => Swept?.Invoke(this, EventArgs.Empty);

        public async void OnSwept(object? sender, EventArgs e) => await Task.Delay(1);

        public async void SweepAll() => await Task.Delay(100);
    }

    [ApiController, Route("parlour")]
    public class ParlourController(IOrders orders, Mailer mailer, Meter meter, Sweeper sweeper, IConnectionMultiplexer redis, IHubContext<Bell> bell, ParlourContext db) : ControllerBase
    {
        [HttpPost("close/{id:int}")]
        public IActionResult Close(int id)
        {
            orders.CloseAsync(id); // finding SF3006 BLOCKER: a scoped service
            return Ok();
        }

        [HttpPost("mail")]
        public IActionResult Mail(string text)
        {
            _ = mailer.SendAsync(text).ContinueWith(t => Console.WriteLine(t.Exception), TaskContinuationOptions.OnlyOnFaulted); // finding SF3006 HIGH
            return Ok();
        }

        [HttpPost("pool")]
        public void Pool(int id) => ThreadPool.QueueUserWorkItem(_ => Audit(id)); // finding SF3006 BLOCKER: this controller's context

        private void Audit(int id)
        {
            db.Orders.Add(new Visit { Id = id });
            db.SaveChanges();
        }

        [HttpPost("factory")]
        public void Factory()
        {
            Task.Factory.StartNew(() => meter.Warm(), TaskCreationOptions.LongRunning); // finding SF3006 HIGH
        }

        [HttpPost("thread")]
        public void InThread()
        {
            var thread = new Thread(() => meter.Warm());
            thread.Start(); // finding SF3006 HIGH
        }

        [HttpPost("joined")]
        public void Joined()
        {
            var thread = new Thread(() => meter.Warm());
            thread.Start();
            thread.Join();
        }

        [HttpPost("sweep")]
        public void Sweep()
        {
            sweeper.SweepAll(); // finding SF3006 HIGH: async void
            sweeper.Swept += sweeper.OnSwept;
            sweeper.Swept += async (_, _) => await Task.Delay(1);
            sweeper.Sweep();
        }

        [HttpPost("each")]
        public void Each(List<int> ids)
        {
            ids.ForEach(async id => await meter.ReadAsync(id)); // finding SF3006 HIGH: the lambda is async void
        }

        [HttpPost("kept")]
        public async Task<int> Kept()
        {
            meter.Keep();
            var run = Task.Run(() => meter.Warm());
            var reading = meter.ReadAsync(1);
            await run;
            await Task.WhenAny(reading, Task.Delay(10));
            return reading.IsCompleted ? await reading : 0;
        }

        [HttpPost("awaited")]
        public async Task Awaited(int id)
        {
            await Task.Run(async () => await orders.CloseAsync(id));
            await meter.ReadAsync(id).ConfigureAwait(false);
            await redis.GetDatabase().StringSetAsync("closed", id);
        }

        [HttpPost("told")]
        public void Told(int id)
        {
            // The library knows that nobody waits.
            redis.GetDatabase().StringSetAsync("closed", id, flags: CommandFlags.FireAndForget);
        }

        [HttpPost("ring")]
        public void Ring()
        {
            bell.Clients.All.SendAsync("ring"); // finding SF3006 HIGH
        }

        [HttpPost("try")]
        public async Task<IActionResult> Try(int id)
        {
            var closing = orders.CloseAsync(id);
            try
            {
                await closing.WaitAsync(TimeSpan.FromSeconds(1));
            }
            catch (TimeoutException)
            {
                return StatusCode(504);
            }

            return Ok(HttpContext.TraceIdentifier);
        }

        [HttpPost("context")]
        public void Context()
        {
            _ = LogAsync(); // finding SF3006 BLOCKER: its HttpContext is another request's by then
        }

        private async Task LogAsync()
        {
            await Task.Delay(100);
            Console.WriteLine(HttpContext.Request.Path);
        }
    }

    public class Bell : Hub
    {
    }
}
