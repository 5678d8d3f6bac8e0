using System.Collections.Concurrent;
using Bridge;
using Microsoft.AspNetCore.Mvc;

// Results that are there, and results that are not: caches of tasks, awaited in branches, in parallel, in handlers.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddHttpClient<Toll>();
builder.Services.AddScoped<Gauge>();
builder.Services.AddSingleton<Plans>();
var app = builder.Build();
app.Use((context, next) =>
{
    next(context).GetAwaiter().GetResult(); // finding SF3003 HIGH: middleware runs on every request
    return Task.CompletedTask;
});
app.MapGet("/tolls", async (Toll toll) =>
{
    var tolls = await Task.WhenAll(toll.AskAsync("a"), toll.AskAsync("b"));
    return tolls.Sum();
});
app.MapGet("/first", async (Toll toll) =>
{
    var tasks = new[] { toll.AskAsync("a"), toll.AskAsync("b") };
    var done = await Task.WhenAny(tasks);
    return await done + (tasks[0].IsCompletedSuccessfully ? tasks[0].Result : 0);
});
app.MapControllers();
app.Run();

namespace Bridge
{
    public class Toll(HttpClient http)
    {
        public async Task<int> AskAsync(string name) => (await http.GetStringAsync(name)).Length;
    }

    public class Gauge(Toll toll)
    {
        private Task<int>? _level;

        // Started once; whoever asks first waits on its thread.
        public int Level => (_level ??= toll.AskAsync("level")).Result; // finding SF3003 HIGH

        public Task<int> LevelAsync() => _level ??= toll.AskAsync("level");
    }

    public class Plans(IHttpClientFactory factory)
    {
        private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _plans = new();

        public string Get(string name) => _plans.GetOrAdd(name, n => new(() => LoadAsync(n))).Value.GetAwaiter().GetResult(); // finding SF3003 HIGH

        public Task<string> GetAsync(string name) => _plans.GetOrAdd(name, n => new(() => LoadAsync(n))).Value;

        private async Task<string> LoadAsync(string name) => await factory.CreateClient().GetStringAsync(name);
    }

    [ApiController, Route("bridge")]
    public class BridgeController(Toll toll, Gauge gauge, Plans plans) : ControllerBase
    {
        [HttpGet("levels")]
        public async Task<int> Levels() => gauge.Level + await gauge.LevelAsync() + plans.Get("a").Length + (await plans.GetAsync("b")).Length;

        [HttpGet("branches/{a:bool}")]
        public async Task<int> Branches(bool a)
        {
            var task = toll.AskAsync("x");
            if (a)
                await task;
            else
                await task.ConfigureAwait(false);
            return task.Result;
        }

        [HttpGet("caught")]
        public async Task<int> Caught()
        {
            var task = toll.AskAsync("x");
            try
            {
                await task;
                return task.Result;
            }
            catch (HttpRequestException)
            {
                return -1;
            }
            finally
            {
                await toll.AskAsync("log");
            }
        }

        [HttpGet("parallel")]
        public int Parallel(string[] names)
        {
            var sum = 0;
            System.Threading.Tasks.Parallel.ForEach(names, name => Interlocked.Add(ref sum, toll.AskAsync(name).Result)); // finding SF3003 HIGH
            return sum;
        }

        [HttpGet("dictionary")]
        public async Task<int> Dictionary(string[] names)
        {
            var tasks = names.Distinct().ToDictionary(n => n, n => toll.AskAsync(n));
            await Task.WhenAll(tasks.Values);
            return tasks["a"].Result + tasks.Values.Sum(t => t.Result) + tasks.ToDictionary(t => t.Key, t => t.Value.Result).Count;
        }

        [HttpGet("loop")]
        public async Task<int> Loop(string[] names)
        {
            var sum = 0;
            foreach (var name in names)
            {
                var task = toll.AskAsync(name);
                await task;
                sum += task.Result;
            }

            return sum;
        }

        [HttpGet("iterator")]
        public IEnumerable<int> Iterator(string[] names)
        {
            foreach (var name in names)
                yield return toll.AskAsync(name).Result; // finding SF3003 HIGH: an iterator cannot await
        }
    }
}
