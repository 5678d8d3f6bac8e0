using System.Threading.Channels;
using System.Threading.Tasks.Dataflow;
using Kitchen;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

// Queues behind interfaces, in classes of their own, static; workers of several shapes.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<KitchenDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddHttpClient<Printer>();
builder.Services.AddSingleton<IOrders, Orders>();
builder.Services.AddSingleton<Cleanings>();
builder.Services.AddSingleton<Wishes>();
builder.Services.AddSingleton(Channel.CreateUnbounded<Recipe>());
builder.Services.AddSingleton(_ => Channel.CreateBounded<Receipt>(10).Reader);
builder.Services.AddHostedService<Cook>();
builder.Services.AddHostedService<Cleaner>();
builder.Services.AddHostedService<Wisher>();
builder.Services.AddHostedService<Baker>();
builder.Services.AddHostedService<Accountant>();
builder.Services.AddHostedService<Waiter>();
builder.Services.AddHostedService<Starter>();
builder.Services.AddSingleton<Labels>();
var app = builder.Build();
app.MapControllers();
app.MapPost("/wish", (Wish wish, Wishes wishes) => wishes.Add(wish));
app.MapPost("/recipe", async (Recipe recipe, Channel<Recipe> recipes) =>
{
    await recipes.Writer.WriteAsync(recipe);
    return Results.Accepted();
});
app.MapPost("/tip", (Tip tip) => Tips.All.Writer.TryWrite(tip));
app.MapPost("/label", (Label label, Labels labels) => labels.SendAsync(label));
app.Run();

namespace Kitchen
{
    public sealed record Order(int Id);
    public sealed record Cleaning(string Room);
    public sealed record Wish(string Text);
    public sealed record Recipe(string Name);
    public sealed record Receipt(int Id);
    public sealed record Tip(decimal Amount);
    public sealed record Label(string Text);

    public static class Tips
    {
        public static readonly Channel<Tip> All = Channel.CreateBounded<Tip>(50);
    }

    [ApiController, Route("kitchen")]
    public class KitchenController(IOrders orders, Cleanings cleanings) : ControllerBase
    {
        [HttpPost("orders")]
        public async Task<IActionResult> Order(Order order, CancellationToken token)
        {
            await orders.EnqueueAsync(order, token);
            return Accepted();
        }

        [HttpPost("cleanings")]
        public IActionResult Clean(Cleaning cleaning) => cleanings.Offer(cleaning) ? Accepted() : StatusCode(429);
    }

    public interface IOrders
    {
        ValueTask EnqueueAsync(Order order, CancellationToken token);
        ValueTask<Order> DequeueAsync(CancellationToken token);
    }

    // The queue of Microsoft's own guidance.
    public sealed class Orders : IOrders
    {
        private readonly Channel<Order> _queue = Channel.CreateBounded<Order>(new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.Wait });

        public async ValueTask EnqueueAsync(Order order, CancellationToken token) => await _queue.Writer.WriteAsync(order, token);

        public async ValueTask<Order> DequeueAsync(CancellationToken token) => await _queue.Reader.ReadAsync(token);
    }

    public sealed class Cook(IOrders orders, IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var order = await orders.DequeueAsync(stoppingToken);
                try
                {
                    await CookAsync(order, stoppingToken); // finding SF3013 LOW
                }
                catch (DbUpdateException)
                {
                    await Task.Delay(1000, stoppingToken);
                }
            }
        }

        private async Task CookAsync(Order order, CancellationToken token)
        {
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<KitchenDb>();
            db.Meals.Add(new Meal { OrderId = order.Id });
            await db.SaveChangesAsync(token);
        }
    }

    public sealed class Cleanings
    {
        private readonly Channel<Cleaning> _channel = Channel.CreateBounded<Cleaning>(8);

        public bool Offer(Cleaning cleaning) => _channel.Writer.TryWrite(cleaning);

        public IAsyncEnumerable<Cleaning> All(CancellationToken token) => _channel.Reader.ReadAllAsync(token);
    }

    public sealed class Cleaner(Cleanings cleanings, Printer printer) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await foreach (var cleaning in cleanings.All(stoppingToken))
                await printer.PrintAsync(cleaning.Room, stoppingToken); // finding SF3013 LOW
        }
    }

    public sealed class Wishes
    {
        public Channel<Wish> Channel { get; } = System.Threading.Channels.Channel.CreateBounded<Wish>(20);

        public void Add(Wish wish) => Channel.Writer.TryWrite(wish);
    }

    // Several at a time.
    public sealed class Wisher(Wishes wishes, Printer printer) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
            Parallel.ForEachAsync(wishes.Channel.Reader.ReadAllAsync(stoppingToken), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (wish, token) => await printer.PrintAsync(wish.Text, token));
    }

    // Collected, and written in batches.
    public sealed class Baker(Channel<Recipe> recipes, IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            var batch = new List<Recipe>(100);
            while (await recipes.Reader.WaitToReadAsync(stoppingToken))
            {
                while (batch.Count < 100 && recipes.Reader.TryRead(out var recipe))
                    batch.Add(recipe);
                using var scope = scopes.CreateScope();
                var db = scope.ServiceProvider.GetRequiredService<KitchenDb>();
                db.Meals.AddRange(batch.Select(r => new Meal { Name = r.Name }));
                await db.SaveChangesAsync(stoppingToken);
                batch.Clear();
            }
        }
    }

    // Nobody writes to it on a request.
    public sealed class Accountant(ChannelReader<Receipt> receipts, Printer printer) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (true)
            {
                var receipt = await receipts.ReadAsync(stoppingToken);
                await printer.PrintAsync(receipt.Id.ToString(), stoppingToken);
            }
        }
    }

    // Started and not awaited there: at most eight at a time.
    public sealed class Waiter(Printer printer) : IHostedService
    {
        private readonly SemaphoreSlim _slots = new(8);

        public Task StartAsync(CancellationToken cancellationToken)
        {
            _ = Task.Run(() => ServeAsync(cancellationToken), cancellationToken);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        private async Task ServeAsync(CancellationToken token)
        {
            await foreach (var tip in Tips.All.Reader.ReadAllAsync(token))
            {
                await _slots.WaitAsync(token);
                _ = HandleAsync(tip, token);
            }
        }

        private async Task HandleAsync(Tip tip, CancellationToken token)
        {
            try
            {
                await printer.PrintAsync(tip.Amount.ToString(), token);
            }
            finally
            {
                _slots.Release();
            }
        }
    }

    // Four loops over what a service of its own works off.
    public sealed class Starter(Channel<Recipe> recipes, Printer printer) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            var workers = new List<Task>();
            for (var i = 0; i < 4; i++)
                workers.Add(Task.Run(() => WorkAsync(stoppingToken), stoppingToken));
            await Task.WhenAll(workers);
        }

        private async Task WorkAsync(CancellationToken token)
        {
            while (await recipes.Reader.WaitToReadAsync(token))
                if (recipes.Reader.TryRead(out var recipe))
                    await printer.PrintAsync(recipe.Name, token);
        }
    }

    public sealed class Labels
    {
        private readonly TransformBlock<Label, string> _format = new(label => label.Text.ToUpperInvariant());
        private readonly ActionBlock<string> _print;

        public Labels(Printer printer)
        {
            _print = new ActionBlock<string>(async text => await printer.PrintAsync(text, default)); // limit SF3013: fed through another block
            _format.LinkTo(_print);
        }

        public Task SendAsync(Label label) => _format.SendAsync(label);
    }

    public sealed class Printer(HttpClient http)
    {
        public async Task PrintAsync(string text, CancellationToken token) => await http.PostAsync("https://printer.example", new StringContent(text), token);
    }

    public class KitchenDb(DbContextOptions<KitchenDb> options) : DbContext(options)
    {
        public DbSet<Meal> Meals => Set<Meal>();
    }

    public class Meal { public int Id { get; set; } public int OrderId { get; set; } public string Name { get; set; } = ""; }
}
