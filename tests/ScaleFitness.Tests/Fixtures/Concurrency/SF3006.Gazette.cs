using Gazette;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

// Letting go in other words: helpers, chains, branches, local functions, transients that hold a context.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<GazetteContext>(o => o.UseNpgsql("Host=db"));
builder.Services.AddTransient<IArchive, Archive>();
builder.Services.AddTransient<Register>();
builder.Services.AddSingleton<Press>();
builder.Services.AddHttpClient();
var app = builder.Build();
app.MapPost("/print/{id:int}", (int id, Press press) =>
{
    press.PrintAsync(id).Forget(); // finding SF3006 HIGH: a helper that does nothing
});
app.MapPost("/archive/{id:int}", (int id, IArchive archive) =>
{
    _ = archive.StoreAsync(id); // finding SF3006 BLOCKER: a transient with a context
    return Results.Ok();
});
app.MapPost("/index/{id:int}", (int id, Register index) =>
{
    _ = Task.Run(() => index.AddAsync(id)); // finding SF3006 BLOCKER: a transient that holds one that does
    return Results.Ok();
});
app.MapPost("/factory/{id:int}", (int id, IDbContextFactory<GazetteContext> contexts) =>
{
    _ = Task.Run(async () => // finding SF3006 HIGH: a context of its own
    {
        await using var db = await contexts.CreateDbContextAsync();
        db.Add(new Issue { Id = id });
        await db.SaveChangesAsync();
    });
});
app.MapGet("/branch/{id:int}", async (int id, Press press) =>
{
    var task = id > 0 ? press.PrintAsync(id) : Task.CompletedTask;
    if (id > 10)
        task = press.PrintAsync(id + 1);
    await task;
});
app.MapGet("/switch/{id:int}", (int id, Press press) => id switch
{
    0 => Task.CompletedTask,
    1 => press.PrintAsync(1),
    _ => press.PrintAsync(id),
});
app.MapGet("/dictionary", async (Press press) =>
{
    var tasks = new Dictionary<string, Task> { ["a"] = press.PrintAsync(1), ["b"] = press.PrintAsync(2) };
    await Task.WhenAll(tasks.Values);
    Task[] more = [press.PrintAsync(3), press.PrintAsync(4)];
    await Task.WhenAll(more);
});
app.MapControllers();
app.Run();

namespace Gazette
{
    public static class Letting
    {
        public static void Forget(this Task task)
        {
        }
    }

    public class GazetteContext(DbContextOptions<GazetteContext> options) : DbContext(options)
    {
        public DbSet<Issue> Issues => Set<Issue>();
    }

    public class Issue
    {
        public int Id { get; set; }
    }

    public interface IArchive
    {
        Task StoreAsync(int id);
    }

    public class Archive(GazetteContext db) : IArchive
    {
        public async Task StoreAsync(int id)
        {
            db.Issues.Add(new Issue { Id = id });
            await db.SaveChangesAsync();
        }
    }

    public class Register(IArchive archive)
    {
        public Task AddAsync(int id) => archive.StoreAsync(id);
    }

    public class Press(IHttpClientFactory factory)
    {
        private readonly SemaphoreSlim _one = new(1);

        public async Task PrintAsync(int id) => await factory.CreateClient().GetStringAsync($"https://press.example/{id}");

        public Task NothingAsync() => Task.CompletedTask;

        public async Task WithTimeoutAsync(int id)
        {
            var printing = PrintAsync(id);
            if (await Task.WhenAny(printing, Task.Delay(1000)) != printing)
                throw new TimeoutException();
            await printing;
        }

        public async ValueTask<bool> TryAsync() => await _one.WaitAsync(1);
    }

    [ApiController, Route("gazette")]
    public class GazetteController(Press press, ILogger<GazetteController> logger) : ControllerBase
    {
        [HttpPost("local")]
        public void Local(int id)
        {
            Start();

            void Start()
            {
                _ = press.PrintAsync(id); // finding SF3006 HIGH: in a local function
            }
        }

        [HttpPost("caught")]
        public void Caught(int id)
        {
            _ = SafelyAsync(id); // finding SF3006 HIGH: its errors are seen, and still nobody waits
        }

        private async Task SafelyAsync(int id)
        {
            try
            {
                await press.PrintAsync(id);
            }
            catch (Exception e)
            {
                logger.LogError(e, "printing failed");
            }
        }

        [HttpPost("conditional")]
        public async Task Conditional(int id, bool wait)
        {
            var printing = press.PrintAsync(id);
            await press.NothingAsync();
            press.NothingAsync();
            await press.WithTimeoutAsync(id);
            if (await press.TryAsync())
                await Task.WhenAll(Enumerable.Range(0, 3).Select(press.PrintAsync).Append(printing));
        }

        [HttpPost("passed")]
        public Task Passed(int id) => Time(press.PrintAsync(id));

        [HttpPost("using")]
        public async Task Using(int id)
        {
            await using var stream = new MemoryStream();
            await foreach (var issue in IssuesAsync(id))
                logger.LogInformation("printed {Issue}", issue);
        }

        private async IAsyncEnumerable<int> IssuesAsync(int id)
        {
            await press.PrintAsync(id);
            yield return id;
        }

        private static async Task Time(Task task)
        {
            var started = DateTime.UtcNow;
            await task;
            Console.WriteLine(DateTime.UtcNow - started);
        }
    }
}
