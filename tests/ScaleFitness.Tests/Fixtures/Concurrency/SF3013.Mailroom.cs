using System.Threading.Channels;
using System.Threading.Tasks.Dataflow;
using Mailroom;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(Channel.CreateBounded<Mail>(new BoundedChannelOptions(100) { SingleReader = true }));
builder.Services.AddSingleton(Channel.CreateBounded<Letter>(100));
builder.Services.AddSingleton(Channel.CreateBounded<Parcel>(100));
builder.Services.AddSingleton(Channel.CreateBounded<Stamp>(100));
builder.Services.AddSingleton(Channel.CreateBounded<Tick>(100));
builder.Services.AddSingleton<Archive>();
builder.Services.AddHttpClient<Post>();
builder.Services.AddHostedService<MailWorker>();
builder.Services.AddHostedService<LetterWorkers>();
builder.Services.AddHostedService<ParcelWorker>();
builder.Services.AddHostedService<StampWorker>();
builder.Services.AddHostedService<TickWorker>();
var app = builder.Build();
app.MapPost("/mail", async (Mail mail, Channel<Mail> queue) => await queue.Writer.WriteAsync(mail));
app.MapPost("/letter", async (Letter letter, Channel<Letter> queue) => await queue.Writer.WriteAsync(letter));
app.MapPost("/parcel", (Parcel parcel, Channel<Parcel> queue) => queue.Writer.TryWrite(parcel) ? Results.Accepted() : Results.StatusCode(429));
app.MapPost("/stamp", async (Stamp stamp, Channel<Stamp> queue) => await queue.Writer.WriteAsync(stamp));
app.MapPost("/archive", (Mail mail, Archive archive) => archive.Add(mail));
app.Run();

namespace Mailroom
{
    public sealed record Mail(string To);
    public sealed record Letter(string To);
    public sealed record Parcel(string To);
    public sealed record Stamp(int Value);
    public sealed record Tick(int Number);

    public sealed class Post(HttpClient http)
    {
        public Task SendAsync(string to, CancellationToken token) => http.PostAsync("https://post.example/" + to, null, token);
    }

    public sealed class MailWorker(Channel<Mail> queue, Post post) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await foreach (var mail in queue.Reader.ReadAllAsync(stoppingToken))
                await post.SendAsync(mail.To, stoppingToken); // finding SF3013 LOW
        }
    }

    // Four workers on one queue.
    public sealed class LetterWorkers(Channel<Letter> queue, Post post) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
            Task.WhenAll(Enumerable.Range(0, 4).Select(_ => WorkAsync(stoppingToken)));

        private async Task WorkAsync(CancellationToken token)
        {
            await foreach (var letter in queue.Reader.ReadAllAsync(token))
                await post.SendAsync(letter.To, token);
        }
    }

    public sealed class ParcelWorker(Channel<Parcel> queue, Post post) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (await queue.Reader.WaitToReadAsync(stoppingToken))
                while (queue.Reader.TryRead(out var parcel))
                    await post.SendAsync(parcel.To, stoppingToken); // finding SF3013 LOW
        }
    }

    // No I/O: one loop is fast enough.
    public sealed class StampWorker(Channel<Stamp> queue, ILogger<StampWorker> logger) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await foreach (var stamp in queue.Reader.ReadAllAsync(stoppingToken))
                logger.LogInformation("{Value}", stamp.Value);
        }
    }

    // No request feeds it.
    public sealed class TickWorker(Channel<Tick> queue, Post post) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await queue.Writer.WriteAsync(new Tick(1), stoppingToken);
            await foreach (var tick in queue.Reader.ReadAllAsync(stoppingToken))
                await post.SendAsync(tick.Number.ToString(), stoppingToken);
        }
    }

    public sealed class Archive(Post post)
    {
        private readonly ActionBlock<Mail> _block = new(mail => post.SendAsync(mail.To, default)); // finding SF3013 LOW
        private readonly ActionBlock<Parcel> _side = NewSide(post);

        public void Add(Mail mail)
        {
            _block.Post(mail);
            _side.Post(new Parcel(mail.To));
        }

        private static ActionBlock<Parcel> NewSide(Post post) =>
            new(parcel => post.SendAsync(parcel.To, default), new ExecutionDataflowBlockOptions { MaxDegreeOfParallelism = 8 });
    }
}
