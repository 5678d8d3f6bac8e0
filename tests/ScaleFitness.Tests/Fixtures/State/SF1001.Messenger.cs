using System.Buffers;
using System.Collections;
using System.Collections.Concurrent;
using System.Security.Claims;
using Messenger;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages();
builder.Services.AddSignalR();
builder.Services.AddHostedService<Sweeper>();
builder.Services.AddControllers(options => options.Filters.Add<AuditFilter>());
var app = builder.Build();
app.UseMiddleware<ThrottleMiddleware>();
app.MapHub<ChatHub>("/chat");
app.MapRazorPages();

List<string>? log = null; // finding SF1001: a local of the program, set and filled by an endpoint
app.MapPost("/log", (string line) =>
{
    log ??= [];
    log.Add(line);
});
app.MapPost("/drafts", Drafts.Save);
app.MapGet("/drafts/{id}", (string id) => Drafts.Find(id));
app.MapGet("/import", () => Import.Run());
app.Run();

namespace Messenger
{
    // State that belongs to somebody: a second instance shows them somebody else's, or nothing.
    public class ThrottleMiddleware(RequestDelegate next)
    {
        private static readonly Dictionary<string, UserSession> Sessions = new(); // finding SF1001 BLOCKER

        public async Task InvokeAsync(HttpContext context)
        {
            var id = context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
            lock (Sessions)
            {
                if (!Sessions.ContainsKey(id)) Sessions.Add(id, new UserSession(id, DateTime.UtcNow));
            }

            await next(context);
        }
    }

    public record UserSession(string UserId, DateTime Since);

    public record TenantSettings(string Theme);

    public class ThemeModel : PageModel
    {
        public static Dictionary<Guid, TenantSettings> Themes { get; } = []; // finding SF1001 BLOCKER: an auto-property

        public void OnPost(Guid tenant, string theme) => Themes[tenant] = new TenantSettings(theme);

        public static IReadOnlyList<string> Choices { get; } = new List<string> { "dark", "light" };
    }

    public class ChatHub : Hub
    {
        private static ConcurrentQueue<string>? _history;

        private static readonly Hashtable Nicknames = []; // finding SF1001 HIGH

        private static readonly ArrayPool<byte> Buffers = ArrayPool<byte>.Create();

        public async Task Say(string text)
        {
            _history = new ConcurrentQueue<string>(); // finding SF1001 HIGH: the first write
            _history.Enqueue(text);
            var buffer = Buffers.Rent(text.Length);
            Buffers.Return(buffer);
            await Clients.All.SendAsync("said", text);
        }

        public void Rename(string from, string to) => Nicknames[from] = to;
    }

    public class AuditFilter : IActionFilter
    {
        private static readonly SortedSet<string> Paths = []; // finding SF1001 HIGH

        private static int _count;

        public void OnActionExecuting(ActionExecutingContext context) => Remember(context.HttpContext.Request.Path);

        public void OnActionExecuted(ActionExecutedContext context) => Interlocked.Increment(ref _count);

        private static void Remember(string path)
        {
            void Keep() => Paths.Add(path);
            Keep();
        }
    }

    public static class Drafts
    {
        private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal); // finding SF1001 HIGH

        public static async Task<IResult> Save(HttpRequest request)
        {
            using var reader = new StreamReader(request.Body);
            var text = await reader.ReadToEndAsync();
            Action store = () => Texts[Guid.NewGuid().ToString()] = text;
            store();
            return Results.Accepted();
        }

        public static string? Find(string id) => Texts.GetValueOrDefault(id);
    }

    public static class Import
    {
        private static readonly HashSet<int> Seen = []; // finding SF1001 HIGH: written in an iterator

        private static readonly Dictionary<string, SemaphoreSlim> Gates = new() { ["import"] = new(1) };

        public static List<int> Run() => Numbers().ToList();

        private static IEnumerable<int> Numbers()
        {
            Gates["import"].Wait();
            for (var i = 0; i < 3; i++)
            {
                if (Seen.Add(i)) yield return i;
            }

            Gates["import"].Release();
        }
    }

    // Background work is no different: each instance sweeps into its own list.
    public class Sweeper : BackgroundService
    {
        private static readonly List<string> Swept = []; // finding SF1001 HIGH

        private static readonly Dictionary<string, int> Weights = Load();

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(1000, stoppingToken);
                Swept.AddRange(Weights.Keys);
            }
        }

        private static Dictionary<string, int> Load()
        {
            var weights = new Dictionary<string, int>();
            weights.Add("a", 1);
            weights["b"] = 2;
            return weights;
        }
    }

    // Keyed by data, a registry of locks grows as any store does.
    [ApiController, Route("rooms")]
    public class RoomsController : ControllerBase
    {
        private static readonly ConcurrentDictionary<string, SemaphoreSlim> Locks = new(); // finding SF1001 MEDIUM

        private static readonly ConcurrentDictionary<bool, Lazy<string>> Flags = new();

        private static readonly ConcurrentDictionary<(Type, DayOfWeek), Delegate> Handlers = new();

        private static readonly Dictionary<string, string> Unused = new();

        private static readonly List<Func<string, string>> Steps = [s => s.Trim(), s => s.ToLowerInvariant()];

        [HttpPost("{room}")]
        public async Task<IActionResult> Enter(string room)
        {
            var gate = Locks.GetOrAdd(room, _ => new SemaphoreSlim(1));
            await gate.WaitAsync();
            try
            {
                Handlers.GetOrAdd((typeof(string), DayOfWeek.Monday), _ => () => 1);
                var copy = new List<Func<string, string>>(Steps);
                copy.Add(s => s + "!");
                return Ok(Flags.GetOrAdd(room.Length > 3, long_ => new Lazy<string>(() => long_.ToString())).Value + copy.Count);
            }
            finally
            {
                gate.Release();
            }
        }

        [NonAction]
        public void Never() => Unused["x"] = "y";
    }

    // Nobody calls it.
    public static class Graveyard
    {
        private static readonly List<string> Stones = [];

        public static void Bury(string name) => Stones.Add(name);
    }
}
