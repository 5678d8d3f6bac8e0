using Dapper;
using Forum;
using Microsoft.EntityFrameworkCore;
using MongoDB.Driver;
using Npgsql;

// Trees of replies, folders and referrals; recursion in local functions, through a second method, over HTTP.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<ForumDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<IReplies, Replies>();
builder.Services.AddScoped<Folders>();
builder.Services.AddHttpClient<Pages>();
builder.Services.AddHttpClient<ITagStore, TagStore>();
builder.Services.AddSingleton(new MongoClient("mongodb://db").GetDatabase("forum").GetCollection<Tag>("tags"));
var app = builder.Build();
app.MapGet("/replies/{id:int}", (int id, IReplies replies) => replies.CountAsync(id));
app.MapGet("/replies/{id:int}/authors", (int id, IReplies replies) => replies.AuthorsAsync(id));
app.MapGet("/replies/{id:int}/levels", (int id, IReplies replies) => replies.LevelsAsync(id, 5));
app.MapGet("/folders/{id:int}", (int id, Folders folders) => folders.SizeAsync(id));
app.MapGet("/folders/{id:int}/path", (int id, Folders folders) => folders.PathAsync(id));
app.MapGet("/folders/{id:int}/loop", (int id, Folders folders) => folders.LoopAsync(id));
app.MapGet("/folders/{id:int}/tree", (int id, Folders folders) => folders.TreeAsync(id));
app.MapGet("/pages", (Pages pages) => pages.AllAsync("https://pages.example/1"));
app.MapGet("/pages/retry", (Pages pages) => pages.OnceMoreAsync("https://pages.example/1", 3));
app.MapGet("/tags/{id}", (string id, IMongoCollection<Tag> tags) =>
{
    return CountAsync(id);

    async Task<int> CountAsync(string tag)
    {
        var children = await tags.Find(t => t.Parent == tag).Limit(100).ToListAsync();
        var count = children.Count;
        foreach (var child in children)
            count += await CountAsync(child.Id); // finding SF3008 LOW
        return count;
    }
});
app.MapGet("/tags/{id}/all", (string id, ITagStore store) => TagWalk.CountAsync(store, id));
app.MapGet("/tags/{id}/side", (string id, ITagStore store) => TagWalk.SideBySideAsync(store, id));
app.MapPost("/tags/import", (Branch branch, ITagStore store) => TagWalk.ImportAsync(store, branch));
app.MapPost("/tags/import/side", (Branch branch, ITagStore store) => TagWalk.ImportSideAsync(store, branch));
app.MapGet("/factorial/{n:int}", (int n) => Factorial(n));
app.Run();

static long Factorial(int n) => n <= 1 ? 1 : n * Factorial(n - 1);

namespace Forum
{
    public interface IReplies
    {
        Task<int> CountAsync(int id);
        Task<List<string>> AuthorsAsync(int id);
        Task<int> LevelsAsync(int id, int levels);
    }

    public sealed class Replies(ForumDb db) : IReplies
    {
        public async Task<int> CountAsync(int id)
        {
            var ids = await db.Replies.Where(r => r.ParentId == id).Select(r => r.Id).ToListAsync();
            var counts = 0;
            foreach (var child in ids)
                counts += await CountAsync(child); // finding SF3008 LOW
            return counts + ids.Count;
        }

        public async Task<List<string>> AuthorsAsync(int id)
        {
            var authors = new List<string>();
            await CollectAsync(id, authors);
            return authors;
        }

        // What it fills is no list of what was seen.
        private async Task CollectAsync(int id, List<string> authors)
        {
            foreach (var reply in await db.Replies.Where(r => r.ParentId == id).ToListAsync())
            {
                authors.Add(reply.Author);
                await CollectAsync(reply.Id, authors); // finding SF3008 LOW
            }
        }

        public async Task<int> LevelsAsync(int id, int levels)
        {
            if (levels == 0)
                return 0;
            var count = 0;
            foreach (var child in await db.Replies.Where(r => r.ParentId == id).Select(r => r.Id).ToListAsync())
                count += 1 + await LevelsAsync(child, levels - 1);
            return count;
        }
    }

    public sealed class Folders(IConfiguration configuration)
    {
        private readonly string? _connection = configuration.GetConnectionString("forum");

        // Through a second method, that calls the first.
        public async Task<long> SizeAsync(int id)
        {
            await using var connection = new NpgsqlConnection(_connection);
            var own = await connection.ExecuteScalarAsync<long>("SELECT size FROM folders WHERE id = @id", new { id });
            return own + await ChildrenAsync(connection, id);
        }

        private async Task<long> ChildrenAsync(NpgsqlConnection connection, int id)
        {
            long sum = 0;
            foreach (var child in await connection.QueryAsync<int>("SELECT id FROM folders WHERE parent = @id", new { id }))
                sum += await SizeAsync(child); // finding SF3008 LOW
            return sum;
        }

        // Up to the root, one at a time.
        public async Task<string> PathAsync(int id)
        {
            await using var connection = new NpgsqlConnection(_connection);
            var folder = await connection.QuerySingleAsync<Folder>("SELECT * FROM folders WHERE id = @id", new { id });
            return folder.Parent is { } parent ? await PathAsync(parent) + "/" + folder.Name : folder.Name; // finding SF3008 LOW
        }

        // A loop, and no recursion.
        public async Task<int> LoopAsync(int id)
        {
            await using var connection = new NpgsqlConnection(_connection);
            var depth = 0;
            for (int? current = id; current is not null && depth < 50; depth++)
                current = await connection.ExecuteScalarAsync<int?>("SELECT parent FROM folders WHERE id = @id", new { id = current });
            return depth;
        }

        // One query, and the tree is made in memory.
        public async Task<Branch> TreeAsync(int id)
        {
            await using var connection = new NpgsqlConnection(_connection);
            var all = (await connection.QueryAsync<Folder>("SELECT * FROM folders WHERE root = @id", new { id })).ToLookup(f => f.Parent);
            return Build(id, all);
        }

        private static Branch Build(int id, ILookup<int?, Folder> all) => new(id, [.. all[id].Select(f => Build(f.Id, all))]);
    }

    public sealed record Branch(int Id, List<Branch> Branches);

    public sealed record Folder(int Id, int? Parent, string Name);

    public sealed class Pages(HttpClient http)
    {
        // Page after page, as many as the neighbour says.
        public async Task<List<string>> AllAsync(string url)
        {
            var page = await http.GetFromJsonAsync<Page>(url);
            if (page is null)
                return [];
            return page.Next is null ? page.Items : [.. page.Items, .. await AllAsync(page.Next)]; // finding SF3008 LOW
        }

        public async Task<string> OnceMoreAsync(string url, int attempts)
        {
            try
            {
                return await http.GetStringAsync(url);
            }
            catch (HttpRequestException) when (attempts > 0)
            {
                return await OnceMoreAsync(url, attempts - 1);
            }
        }
    }

    public interface ITagStore
    {
        Task<List<Tag>> ChildrenAsync(string id);
        List<Tag> Children(string id);
        Task SaveAsync(int id);
    }

    public sealed class TagStore(HttpClient http) : ITagStore
    {
        public async Task<List<Tag>> ChildrenAsync(string id) => await http.GetFromJsonAsync<List<Tag>>("https://tags.example/" + id) ?? [];

        public List<Tag> Children(string id) => ChildrenAsync(id).GetAwaiter().GetResult();

        public Task SaveAsync(int id) => http.PostAsync($"https://tags.example/{id}", null);
    }

    public static class TagWalk
    {
        // The service is handed along.
        public static async Task<int> CountAsync(ITagStore store, string id)
        {
            var sum = 0;
            foreach (var child in store.Children(id))
                sum += 1 + await CountAsync(store, child.Id); // finding SF3008 LOW
            return sum;
        }

        // In a lambda, and all at once.
        public static async Task<int> SideBySideAsync(ITagStore store, string id)
        {
            var children = await store.ChildrenAsync(id);
            var counts = await Task.WhenAll(children.Select(async c => await SideBySideAsync(store, c.Id))); // finding SF3008 LOW
            return children.Count + counts.Sum();
        }

        // The request's own tree.
        public static async Task ImportAsync(ITagStore store, Branch branch)
        {
            await store.SaveAsync(branch.Id);
            foreach (var inner in branch.Branches)
                await ImportAsync(store, inner);
        }

        public static async Task ImportSideAsync(ITagStore store, Branch branch)
        {
            await store.SaveAsync(branch.Id);
            await Task.WhenAll(branch.Branches.Where(b => b.Id > 0).Select(async b => await ImportSideAsync(store, b)));
        }
    }

    public sealed record Page(List<string> Items, string? Next);

    public sealed record Tag(string Id, string? Parent);

    public class ForumDb(DbContextOptions<ForumDb> options) : DbContext(options)
    {
        public DbSet<Reply> Replies => Set<Reply>();
    }

    public class Reply { public int Id { get; set; } public int? ParentId { get; set; } public string Author { get; set; } = ""; }
}
