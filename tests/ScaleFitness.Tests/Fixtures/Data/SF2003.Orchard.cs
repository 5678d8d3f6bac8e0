using Dapper;
using Microsoft.EntityFrameworkCore;
using MongoDB.Driver;
using Npgsql;
using Orchard;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContextFactory<OrchardDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<ITreeStore, TreeStore>();
builder.Services.AddScoped<Harvest>();
builder.Services.AddHostedService<Ageing>();
builder.Services.AddHostedService<Dispatching>();
var app = builder.Build();

app.MapPost("/trees", async (List<Tree> trees, OrchardDb db) =>
{
    foreach (var tree in trees)
    {
        db.Trees.Add(tree);
        await db.SaveChangesAsync(); // finding SF2003 HIGH @high
    }
});

app.MapPost("/trees/once", async (List<Tree> trees, OrchardDb db) =>
{
    foreach (var tree in trees)
        db.Trees.Add(tree);
    await db.SaveChangesAsync();
});

app.MapPost("/trees/batches", async (List<Tree> trees, OrchardDb db) =>
{
    var count = 0;
    foreach (var tree in trees)
    {
        db.Trees.Add(tree);
        if (++count % 200 == 0)
        {
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
    }
    await db.SaveChangesAsync();
});

app.MapPost("/trees/chunks", async (List<Tree> trees, OrchardDb db) =>
{
    foreach (var chunk in trees.Chunk(200))
    {
        db.Trees.AddRange(chunk);
        await db.SaveChangesAsync();
    }
});

app.MapPost("/trees/buffer", async (List<Tree> trees, OrchardDb db, Limits limits) =>
{
    var buffer = new List<Tree>();
    foreach (var tree in trees)
    {
        buffer.Add(tree);
        if (buffer.Count >= limits.Batch)
            await FlushAsync();
    }
    await FlushAsync();

    async Task FlushAsync()
    {
        db.Trees.AddRange(buffer);
        await db.SaveChangesAsync();
        buffer.Clear();
    }
});

app.MapPost("/trees/known", async (List<Tree> trees, OrchardDb db) =>
{
    var known = new List<int>();
    foreach (var tree in trees)
    {
        if (tree.Id > 0)
        {
            known.Add(tree.Id);
            continue;
        }
        db.Trees.Add(tree);
        await db.SaveChangesAsync(); // finding SF2003 HIGH: what is skipped does not make it a batch
    }
    return known;
});

app.MapPut("/trees/height", async (Dictionary<int, int> heights, OrchardDb db) =>
{
    foreach (var (id, height) in heights)
        await db.Trees.Where(t => t.Id == id).ExecuteUpdateAsync(s => s.SetProperty(t => t.Height, height)); // finding SF2003 HIGH: a statement for each
});

app.MapPost("/store", async (int[] ids, ITreeStore store) =>
{
    for (var i = 0; i < ids.Length; i++)
        await store.CutAsync(ids[i]); // finding SF2003 HIGH: behind an interface
});

app.MapPost("/trees/pieces", async (List<Tree> trees, OrchardDb db) =>
{
    var pieces = trees.Count / 100;
    for (var i = 0; i <= pieces; i++)
    {
        var piece = trees.Skip(i * 100).Take(100);
        if (!piece.Any())
            break;
        db.Trees.AddRange(piece);
        await db.SaveChangesAsync();
    }
});

app.MapPost("/mongo", async (List<Tree> trees, IMongoCollection<Tree> collection) =>
{
    trees.ForEach(tree => collection.InsertOne(tree)); // finding SF2003 HIGH
    await collection.InsertManyAsync(trees);
});

app.MapPost("/harvest", (Harvest harvest, List<Crate> crates) => harvest.StoreAsync(crates));
app.MapPost("/harvest/retry", (Harvest harvest, Crate crate) => harvest.StoreWithRetryAsync(crate));
app.MapPost("/harvest/bulk", (Harvest harvest, List<Crate> crates) => harvest.BulkAsync(crates));

app.MapPost("/seasons", async (OrchardDb db) =>
{
    foreach (var season in Enum.GetNames<Season>())
    {
        db.Crates.Add(new Crate { Label = season });
        await db.SaveChangesAsync();
    }
});

app.MapPost("/each", async (List<int> ids, IDbContextFactory<OrchardDb> contexts) =>
{
    foreach (var id in ids)
    {
        // A unit of work for each, on purpose.
        await using var db = await contexts.CreateDbContextAsync();
        (await db.Trees.FindAsync(id))!.Height++;
        await db.SaveChangesAsync();
    }
});

app.MapPost("/labels", async (List<string> words, Labels labels) =>
{
    foreach (var word in words)
        await labels.RegisterAsync(word);
});

app.Run();

namespace Orchard
{
    public sealed record Limits(int Batch);

    public interface ITreeStore
    {
        Task CutAsync(int id);
    }

    public sealed class TreeStore(OrchardDb db) : ITreeStore
    {
        public async Task CutAsync(int id)
        {
            db.Trees.Remove(new Tree { Id = id });
            await db.SaveChangesAsync();
        }
    }

    public sealed class Harvest(OrchardDb db, NpgsqlDataSource source)
    {
        public async Task StoreAsync(List<Crate> crates)
        {
            await using var connection = await source.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            foreach (var crate in crates)
                await connection.ExecuteAsync("insert into crates (label) values (@Label)", crate, transaction); // finding SF2003 HIGH: a statement for each, if only one transaction
            await transaction.CommitAsync();
        }

        // Dapper, too, sends one statement for each: but that is its own loop.
        public async Task BulkAsync(List<Crate> crates)
        {
            await using var connection = await source.OpenConnectionAsync();
            await connection.ExecuteAsync("insert into crates (label) select unnest(@labels)", new { labels = crates.Select(c => c.Label).ToArray() });
        }

        public async Task StoreWithRetryAsync(Crate crate)
        {
            db.Crates.Add(crate);
            for (var attempt = 0; attempt < 5; attempt++)
            {
                try
                {
                    await db.SaveChangesAsync();
                    return;
                }
                catch (DbUpdateConcurrencyException e)
                {
                    foreach (var entry in e.Entries)
                        await entry.ReloadAsync();
                }
            }
        }
    }

    public sealed class Ageing(IDbContextFactory<OrchardDb> contexts) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await using var db = await contexts.CreateDbContextAsync(stoppingToken);
                foreach (var tree in await db.Trees.ToListAsync(stoppingToken))
                {
                    tree.Height++;
                    await db.SaveChangesAsync(stoppingToken); // finding SF2003 MEDIUM
                }

                await Task.Delay(TimeSpan.FromDays(1), stoppingToken);
            }
        }
    }

    // Each message is marked as it is sent: a batch of them, then the next.
    public sealed class Dispatching(IDbContextFactory<OrchardDb> contexts) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await using var db = await contexts.CreateDbContextAsync(stoppingToken);
                foreach (var crate in await db.Crates.Where(c => !c.Sent).OrderBy(c => c.Id).Take(50).ToListAsync(stoppingToken))
                {
                    crate.Sent = true;
                    await db.SaveChangesAsync(stoppingToken);
                }

                await Task.Delay(1000, stoppingToken);
            }
        }
    }

    // Two calls down, each has a scope of its own.
    public sealed class Labels(IServiceScopeFactory scopes)
    {
        public Task RegisterAsync(string word) => word.Length > 0 ? AddAsync(word) : Task.CompletedTask;

        private async Task AddAsync(string word)
        {
            using var scope = scopes.CreateScope();
            await SaveAsync(scope.ServiceProvider.GetRequiredService<OrchardDb>(), word);
        }

        private static async Task SaveAsync(OrchardDb db, string word)
        {
            db.Crates.Add(new Crate { Label = word });
            await db.SaveChangesAsync();
        }
    }

    public enum Season { Spring, Summer, Autumn }

    public class OrchardDb(DbContextOptions<OrchardDb> options) : DbContext(options)
    {
        public DbSet<Tree> Trees { get; set; }
        public DbSet<Crate> Crates { get; set; }
    }

    public class Tree { public int Id { get; set; } public int Height { get; set; } }
    public class Crate { public int Id { get; set; } public string Label { get; set; } = ""; public bool Sent { get; set; } }
}
