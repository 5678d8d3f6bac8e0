using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Newsletter;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContextFactory<NewsDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddSingleton(new ServiceBusClient("sb").CreateSender("mails"));
builder.Services.AddHttpClient<IGateway, Gateway>();
builder.Services.AddHttpClient<IVoice, Speaker>();
builder.Services.AddHttpClient<IVoice, Screen>();
builder.Services.AddScoped<Megaphone>();
builder.Services.AddHostedService<Digest>();
builder.Services.Configure<Mirrors>(builder.Configuration.GetSection("Mirrors"));
var app = builder.Build();

app.MapPost("/send", async (NewsDb db, IGateway gateway) =>
{
    var readers = await db.Readers.Where(r => r.Active).ToListAsync();
    await Task.WhenAll(readers.Select(r => gateway.SendAsync(r.Email))); // finding SF3007 BLOCKER @high
});

app.MapPost("/send/one-by-one", async (NewsDb db, IGateway gateway) =>
{
    await foreach (var reader in db.Readers.AsAsyncEnumerable())
        await gateway.SendAsync(reader.Email); // finding SF3007 BLOCKER: it takes as long as there are readers
});

app.MapPost("/send/tasks", async (NewsDb db, IGateway gateway) =>
{
    var tasks = new List<Task>();
    foreach (var reader in db.Readers)
        tasks.Add(gateway.SendAsync(reader.Email)); // finding SF3007 BLOCKER
    await Task.WhenAll(tasks);
});

app.MapPost("/send/waves", async (NewsDb db, IGateway gateway) =>
{
    var tasks = new List<Task>();
    foreach (var reader in db.Readers)
    {
        tasks.Add(gateway.SendAsync(reader.Email));
        if (tasks.Count == 10)
        {
            await Task.WhenAll(tasks);
            tasks.Clear();
        }
    }
    await Task.WhenAll(tasks);
});

app.MapPost("/send/packed", async (NewsDb db, IGateway gateway) =>
{
    foreach (var pack in Pack.Of(await db.Readers.Select(r => r.Email).ToListAsync()))
        await gateway.SendAsync(pack);
});

app.MapPost("/send/unpacked", async (NewsDb db, IGateway gateway) =>
{
    foreach (var email in Pack.Trimmed(await db.Readers.Select(r => r.Email).ToListAsync()))
        await gateway.SendAsync(email); // finding SF3007 BLOCKER: an iterator that packs nothing
});

app.MapPost("/announce", (Megaphone megaphone, string text) => megaphone.SayAsync(text));
app.MapPost("/announce/readers", (Megaphone megaphone, List<string> emails) => megaphone.TellAsync(emails));

app.MapPost("/send/list", async (string[] emails, IGateway gateway) =>
{
    foreach (var email in emails)
        await gateway.SendAsync(email); // finding SF3007 HIGH: whoever calls decides how many
});

app.MapPost("/send/parallel", (NewsDb db, IGateway gateway) =>
    Parallel.ForEachAsync(db.Readers.ToList(), async (reader, token) => await gateway.SendAsync(reader.Email))); // finding SF3007 BLOCKER

app.MapPost("/send/degree", (NewsDb db, IGateway gateway) =>
    Parallel.ForEachAsync(db.Readers.ToList(), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (reader, token) => await gateway.SendAsync(reader.Email)));

app.MapPost("/send/throttled", async (NewsDb db, IGateway gateway) =>
{
    using var gate = new SemaphoreSlim(8);
    var readers = await db.Readers.ToListAsync();
    await Task.WhenAll(readers.Select(async reader =>
    {
        await gate.WaitAsync();
        try
        {
            await gateway.SendAsync(reader.Email);
        }
        finally
        {
            gate.Release();
        }
    }));
});

app.MapPost("/send/chunks", async (NewsDb db, ServiceBusSender sender) =>
{
    var messages = (await db.Readers.ToListAsync()).Select(r => new ServiceBusMessage(r.Email));
    foreach (var chunk in messages.Chunk(100))
        await sender.SendMessagesAsync(chunk);
});

app.MapPost("/send/messages", async (NewsDb db, ServiceBusSender sender) =>
{
    foreach (var reader in await db.Readers.ToListAsync())
        await sender.SendMessageAsync(new ServiceBusMessage(reader.Email)); // finding SF3007 BLOCKER: one message at a time
});

app.MapPost("/send/first", async (NewsDb db, IGateway gateway) =>
{
    foreach (var reader in await db.Readers.OrderBy(r => r.Id).Take(50).ToListAsync())
        await gateway.SendAsync(reader.Email);
});

app.MapPost("/purge", async (IOptions<Mirrors> mirrors, HttpClient http) =>
{
    // As many as somebody configured.
    await Task.WhenAll(mirrors.Value.Hosts.Select(host => http.DeleteAsync("https://" + host + "/cache")));
});

app.MapPost("/notify", async (NewsDb db, IHubContext<NewsHub> hub) =>
{
    // A push to the own clients is no remote call.
    foreach (var reader in await db.Readers.ToListAsync())
        await hub.Clients.User(reader.Email).SendAsync("news");
});

app.MapPost("/counts", async (int[] ids, IDbContextFactory<NewsDb> contexts) =>
{
    var counts = await Task.WhenAll(ids.Select(async id =>
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Readers.CountAsync(r => r.ListId == id); // finding SF3007 HIGH: a connection for each, all at once
    }));
    return counts.Sum();
});

app.MapPost("/lists/{id:int}", async (int id, NewsDb db, IGateway gateway) =>
{
    foreach (var reader in await db.Readers.Where(r => r.ListId == id).ToListAsync())
        await Retry(() => gateway.SendAsync(reader.Email)); // finding SF3007 HIGH: one list, through a local function
});

app.MapGet("/pages", async (HttpClient http) =>
{
    // Page after page, until there is no next.
    var next = "https://feeds.example/1";
    var pages = new List<string>();
    while (next is not null)
    {
        var page = await http.GetFromJsonAsync<Page>(next);
        pages.Add(page!.Text);
        next = page.Next;
    }
    return pages;
});

app.MapGet("/prices", async (HttpClient http) =>
{
    var all = new List<string>();
    foreach (var paper in new[] { "a4", "a5", "a3" })
        all.Add(await http.GetStringAsync("https://paper.example/" + paper));
    return all;
});

app.MapHub<NewsHub>("/hub");
app.Run();

static async Task Retry(Func<Task> work)
{
    for (var attempt = 0; attempt < 3; attempt++)
    {
        try
        {
            await work();
            return;
        }
        catch (HttpRequestException)
        {
            await Task.Delay(100);
        }
    }
}

namespace Newsletter
{
    public sealed class NewsHub : Hub;

    public static class Pack
    {
        public static IEnumerable<string> Of(IEnumerable<string> emails)
        {
            var pack = new List<string>();
            foreach (var email in emails)
            {
                if (pack.Count == 500)
                {
                    yield return string.Join(',', pack);
                    pack.Clear();
                }
                pack.Add(email);
            }
            yield return string.Join(',', pack);
        }

        public static IEnumerable<string> Trimmed(IEnumerable<string> emails)
        {
            foreach (var email in emails)
                yield return email.Trim();
        }
    }

    public interface IVoice
    {
        Task SayAsync(string text);
    }

    public sealed class Speaker(HttpClient http) : IVoice
    {
        public Task SayAsync(string text) => http.PostAsync("https://speaker.example", new StringContent(text));
    }

    public sealed class Screen(HttpClient http) : IVoice
    {
        public Task SayAsync(string text) => http.PostAsync("https://screen.example", new StringContent(text));
    }

    // As many voices as the program registers.
    public sealed class Megaphone
    {
        private readonly IVoice[] _voices;
        private readonly IGateway _gateway;

        public Megaphone(IEnumerable<IVoice> voices, IGateway gateway)
        {
            _voices = [.. voices.Where(v => v is not Screen)];
            _gateway = gateway;
        }

        public Task SayAsync(string text) => WithEach(v => v.SayAsync(text));

        public Task TellAsync(List<string> emails) => WithEachOf(emails, e => _gateway.SendAsync(e)); // finding SF3007 HIGH

        private async Task WithEach(Func<IVoice, Task> say)
        {
            foreach (var voice in _voices)
                await say(voice);
        }

        private async Task WithEachOf(List<string> emails, Func<string, Task> send)
        {
            foreach (var email in emails)
                await send(email);
        }
    }

    public sealed class Mirrors { public List<string> Hosts { get; set; } = []; }

    public sealed record Page(string Text, string? Next);

    public interface IGateway
    {
        Task SendAsync(string address);
    }

    public sealed class Gateway(HttpClient http) : IGateway
    {
        public async Task SendAsync(string address)
        {
            using var response = await http.PostAsync("https://mail.example/send", new StringContent(address));
            response.EnsureSuccessStatusCode();
        }
    }

    public sealed class Digest(IDbContextFactory<NewsDb> contexts, IGateway gateway) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromHours(24));
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await using var db = await contexts.CreateDbContextAsync(stoppingToken);
                foreach (var reader in await db.Readers.ToListAsync(stoppingToken))
                    await gateway.SendAsync(reader.Email); // finding SF3007 HIGH: no request waits for it
                foreach (var reader in await db.Readers.OrderBy(r => r.Id).Take(200).ToListAsync(stoppingToken))
                    await gateway.SendAsync(reader.Email);
            }
        }
    }

    public class NewsDb(DbContextOptions<NewsDb> options) : DbContext(options)
    {
        public DbSet<Reader> Readers { get; set; }
        public DbSet<List> Lists { get; set; }
    }

    public class Reader { public int Id { get; set; } public string Email { get; set; } = ""; public bool Active { get; set; } public int ListId { get; set; } }
    public class List { public int Id { get; set; } }
}
