using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Observatory;

// Threads that wait for tasks, and tasks that are done already.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<SkyContext>(o => o.UseNpgsql("Host=db"));
builder.Services.AddHttpClient<ITelescope, Telescope>();
builder.Services.AddScoped<Catalogue>();
builder.Services.AddSingleton<Warmth>();
builder.Services.AddHostedService<Watcher>();
var app = builder.Build();
new HttpClient().GetStringAsync("https://sky.example/health").Wait();
app.Services.GetRequiredService<Warmth>().LoadAsync().GetAwaiter().GetResult();
app.MapGet("/stars/{id:int}", (int id, SkyContext db) => db.Stars.FindAsync(id).Result); // finding SF3003 HIGH
app.MapGet("/sky", (ITelescope telescope) =>
{
    var task = telescope.LookAsync("north");
    task.Wait(TimeSpan.FromSeconds(2)); // finding SF3003 HIGH
    return task.Result;
});
app.MapGet("/both", async (ITelescope telescope) =>
{
    var north = telescope.LookAsync("north");
    var south = telescope.LookAsync("south");
    await Task.WhenAll(north, south);
    return north.Result + south.Result;
});
app.MapGet("/all", async (ITelescope telescope, string[] directions) =>
{
    var tasks = directions.Select(d => telescope.LookAsync(d)).ToList();
    await Task.WhenAll(tasks);
    var sum = 0;
    foreach (var task in tasks)
        sum += task.Result;
    return sum + tasks.Select(t => t.Result).Sum();
});
app.MapControllers();
app.Run();

namespace Observatory
{
    public class SkyContext(DbContextOptions<SkyContext> options) : DbContext(options)
    {
        public DbSet<Star> Stars => Set<Star>();
    }

    public class Star
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
    }

    public interface ITelescope
    {
        Task<int> LookAsync(string direction);
    }

    public class Telescope(HttpClient http) : ITelescope
    {
        private readonly Dictionary<string, int> _seen = [];

        public Task<int> LookAsync(string direction) =>
            _seen.TryGetValue(direction, out var known) ? Task.FromResult(known) : FetchAsync(direction);

        private async Task<int> FetchAsync(string direction) => (await http.GetStringAsync(direction)).Length;
    }

    public static class Blocking
    {
        // One cause, however many call it.
        public static T Run<T>(Func<Task<T>> work) => Task.Run(work).GetAwaiter().GetResult(); // finding SF3003 HIGH
    }

    [ApiController, Route("catalogue"), Seen]
    public class CatalogueController(Catalogue catalogue, ITelescope telescope) : ControllerBase
    {
        [HttpGet("a")]
        public int A() => Blocking.Run(() => telescope.LookAsync("a"));

        [HttpGet("b")]
        public int B() => Blocking.Run(() => telescope.LookAsync("b"));

        [HttpGet("count")]
        public int Count() => catalogue.Count();

        [HttpGet("names")]
        public async Task<IEnumerable<string>> Names() => await catalogue.NamesAsync();

        [HttpGet("first")]
        public async Task<int> First()
        {
            var north = telescope.LookAsync("north");
            var south = telescope.LookAsync("south");
            var first = await Task.WhenAny(north, south);
            return first.Result;
        }

        [HttpGet("quick")]
        public ValueTask<int> Quick()
        {
            var task = catalogue.CachedAsync();
            return task.IsCompletedSuccessfully ? new(task.Result) : Slow(task);

            static async ValueTask<int> Slow(ValueTask<int> task) => await task.ConfigureAwait(false);
        }

        [HttpGet("checked")]
        public async Task<int> Checked()
        {
            var task = telescope.LookAsync("x");
            if (!task.IsCompleted)
                await task;
            return task.Result;
        }

        [HttpGet("late")]
        public async Task<int> Late()
        {
            var task = telescope.LookAsync("late");
            try
            {
                await task;
            }
            catch (TimeoutException)
            {
                return 0;
            }

            return task.Result;
        }

        [HttpGet("sometimes")]
        public async Task<int> Sometimes(bool wait)
        {
            var task = telescope.LookAsync("x");
            if (wait)
                await task;
            return task.Result; // finding SF3003 HIGH: only one of the ways awaits it
        }

        [HttpGet("continued")]
        public Task<int> Continued() => telescope.LookAsync("x").ContinueWith(t => t.Result + 1);

        [HttpGet("done")]
        public int Done() => Task.FromResult(3).Result + new ValueTask<int>(4).Result;

        [HttpGet("elements")]
        public int Elements()
        {
            var tasks = new[] { telescope.LookAsync("x"), telescope.LookAsync("y") };
            Task.WaitAll(tasks); // finding SF3003 HIGH
            return tasks[0].Result;
        }

        [HttpGet("lambda")]
        public List<int> Lambda(string[] directions) =>
            directions.Select(d => telescope.LookAsync(d).ConfigureAwait(false).GetAwaiter().GetResult()).ToList(); // finding SF3003 HIGH

        [HttpGet("local")]
        public int Local()
        {
            return Look();

            int Look() => catalogue.CachedAsync().AsTask().Result; // finding SF3003 HIGH
        }

        [HttpGet("own")]
        public string Own() => new Outcome("fine").Result;
    }

    public record Outcome(string Result);

    public class SeenAttribute : ActionFilterAttribute
    {
        public override void OnActionExecuting(ActionExecutingContext context)
        {
            var telescope = context.HttpContext.RequestServices.GetRequiredService<ITelescope>();
            telescope.LookAsync("seen").GetAwaiter().GetResult(); // finding SF3003 HIGH: a filter runs on the request
            if (context.Result is not null)
                return;
        }
    }

    public class Catalogue(SkyContext db)
    {
        public int Count() => CountAsync().Result; // finding SF3003 HIGH

        public async Task<int> CountAsync() => await db.Stars.CountAsync(s => s.Id > 0);

        public async Task<List<string>> NamesAsync() => await db.Stars.Where(s => s.Id < 10).Select(s => s.Name).ToListAsync();

        public async ValueTask<int> CachedAsync() => await CountAsync();
    }

    public class Warmth : IDisposable
    {
        private readonly CancellationTokenSource _stop = new();

        public async Task LoadAsync() => await Task.Delay(1);

        // The process ends: nobody waits any more.
        public void Dispose()
        {
            StopAsync().GetAwaiter().GetResult();
            _stop.Dispose();
        }

        private async Task StopAsync()
        {
            await _stop.CancelAsync();
            await Task.Delay(5);
        }

        // Nobody on a request calls it.
        public int Idle() => CountAsync().Result;

        private static async Task<int> CountAsync()
        {
            await Task.Yield();
            return 1;
        }
    }

    public class Watcher(IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                using (var scope = scopes.CreateScope())
                    scope.ServiceProvider.GetRequiredService<SkyContext>().SaveChangesAsync(stoppingToken).Wait(stoppingToken); // finding SF3003 MEDIUM: in the background
                await Task.Delay(1000, stoppingToken);
            }
        }
    }
}
