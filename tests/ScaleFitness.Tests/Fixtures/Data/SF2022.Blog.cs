using Blog;
using MediatR;
using Microsoft.EntityFrameworkCore;
using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using System.Text.Json;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<BlogDb>(o => o.UseSqlServer("Server=db").UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));
builder.Services.AddScoped<PostReader>();
builder.Services.AddScoped<Feed>();
builder.Services.AddMediatR(c => c.RegisterServicesFromAssemblyContaining<TitleOf>());
var app = builder.Build();
app.MapGet("/posts/{id}/title", async (int id, PostReader posts) => await posts.TitleAsync(id));
app.MapGet("/posts/{id}/title/sent", (int id, ISender sender) => sender.Send(new TitleOf(id)));
app.MapGet("/posts/{id}/preview", (int id, PostReader posts) => posts.Preview(id));
app.MapGet("/posts/{id}/json", (int id, PostReader posts) => posts.Json(id));
app.MapGet("/posts/{id}/log", (int id, PostReader posts) => posts.LoggedAsync(id));
app.MapGet("/posts/{id}/author", (int id, PostReader posts) => posts.AuthorAsync(id));
app.MapGet("/posts/{id}/comments", (int id, PostReader posts) => posts.CommentsAsync(id));
app.MapGet("/posts/{id}/comments/same", (int id, PostReader posts) => posts.SameAsync(id));
app.MapGet("/posts/{id}/label", (int id, PostReader posts) => posts.LabelAsync(id));
app.MapGet("/posts/{id}/age", (int id, PostReader posts) => posts.AgeAsync(id));
app.MapGet("/posts/{id}/kept", (int id, PostReader posts) => posts.KeptAsync(id));
app.MapGet("/posts/{id}/sized", (int id, PostReader posts) => posts.SizedAsync(id));
app.MapGet("/posts/{id}/sorted", (int id, PostReader posts) => posts.SortedAsync(id));
app.MapGet("/posts/{id}/mapped", (int id, PostReader posts) => posts.MappedAsync(id));
app.MapGet("/posts/{id}/renamed", (int id, PostReader posts) => posts.RenamedAsync(id));
app.MapGet("/feed", (Feed feed) => feed.ItemsAsync());
app.MapGet("/feed/stream", (Feed feed) => feed.Stream());
app.MapGet("/feed/groups", (Feed feed) => feed.GroupsAsync());
app.MapGet("/feed/pairs", (Feed feed) => feed.PairsAsync());
app.MapGet("/feed/text", (Feed feed) => feed.Text());
app.MapGet("/feed/chosen", (Feed feed, bool titles) => feed.ChosenAsync(titles));
app.MapGet("/feed/dynamic", (Feed feed) => feed.Dynamic());
app.MapGet("/feed/files", (Feed feed) => feed.FilesAsync());
app.MapGet("/feed/stamps", (Feed feed) => feed.StampsAsync());
app.MapGet("/feed/found", (Feed feed) => feed.FoundAsync(p => p.AuthorId == 4));
app.Run();

namespace Blog
{
    public record TitleOf(int Id) : IRequest<string?>;

    public class TitleOfHandler(BlogDb db) : IRequestHandler<TitleOf, string?>
    {
        public async Task<string?> Handle(TitleOf request, CancellationToken cancel)
        {
            var post = await db.Posts.SingleOrDefaultAsync(p => p.Id == request.Id, cancel); // finding SF2022 LOW
            return post?.Title;
        }
    }

    public class PostReader(BlogDb db, ILogger<PostReader> logger)
    {
        private Post? _last;

        public async Task<string> TitleAsync(int id)
        {
            var post = await FindAsync(id);
            ArgumentNullException.ThrowIfNull(post);
            return post.Title;
        }

        public object Preview(int id)
        {
            var post = db.Posts.First(p => p.Id == id);
            return new { post.Title, Start = post.Body[..100], post.AuthorId };
        }

        public string Json(int id)
        {
            var post = db.Posts.First(p => p.Id == id);
            return post.Title + JsonSerializer.Serialize(post);
        }

        public async Task<string> LoggedAsync(int id)
        {
            var post = await db.Posts.FirstAsync(p => p.Id == id);
            logger.LogInformation("Read {Post}", post);
            return post.Title;
        }

        public async Task<string> AuthorAsync(int id)
        {
            var post = await db.Posts.Include(p => p.Author).FirstAsync(p => p.Id == id);
            return post.Author!.Name;
        }

        // The post is there for its key alone: the condition of another query reads it.
        public async Task<List<string>> CommentsAsync(int id)
        {
            var post = await db.Posts.FirstAsync(p => p.Id == id && !p.Hidden); // finding SF2022 LOW
            return await db.Comments.Where(c => c.PostId == post.Id).OrderBy(c => c.Id).Select(c => c.Text).Take(50).ToListAsync();
        }

        public async Task<List<string>> SameAsync(int id)
        {
            var post = await db.Posts.FirstAsync(p => p.Id == id);
            logger.LogInformation("Comments of {Title}", post.Title);
            return await db.Comments.Where(c => c.Post == post).OrderBy(c => c.Id).Select(c => c.Text).Take(50).ToListAsync();
        }

        public async Task<string> LabelAsync(int id) => (await db.Posts.FirstAsync(p => p.Id == id)).Label; // finding SF2022 LOW

        public async Task<int> AgeAsync(int id) => (await db.Posts.FirstAsync(p => p.Id == id)).Age();

        public async Task<string> KeptAsync(int id)
        {
            _last = await db.Posts.FirstAsync(p => p.Id == id);
            return _last.Title;
        }

        public async Task<string> SizedAsync(int id)
        {
            var post = await db.Posts.FirstAsync(p => p.Id == id); // finding SF2022 LOW
            string Title() => post.Title.Trim();
            var length = () => Title().Length;
            return $"{Title()} ({length()})";
        }

        public async Task<List<int>> SortedAsync(int author)
        {
            var posts = await db.Posts.Where(p => p.AuthorId == author).Take(20).ToListAsync(); // finding SF2022 LOW
            posts.Sort((a, b) => a.Written.CompareTo(b.Written));
            return posts.ConvertAll(p => p.Id);
        }

        public async Task<Summary> MappedAsync(int id) => Summary.Of(await db.Posts.FirstAsync(p => p.Id == id)); // finding SF2022 LOW

        public async Task<string> RenamedAsync(int id)
        {
            var post = await db.Posts.FirstAsync(p => p.Id == id);
            post.Title = post.Title.ToUpperInvariant();
            return post.Title;
        }

        private Task<Post?> FindAsync(int id) => db.Posts.FirstOrDefaultAsync(p => p.Id == id); // finding SF2022 LOW
    }

    public class Summary
    {
        private Summary(string title) => Title = title;

        public string Title { get; }

        public static Summary Of(Post post) => new(post.Title);
    }

    public class Feed(BlogDb db)
    {
        public async Task<List<Item>> ItemsAsync()
        {
            var posts = await db.Posts.OrderByDescending(p => p.Id).Take(20).ToListAsync();
            return posts.Select(p => new Item(p)).ToList();
        }

        public IEnumerable<string> Stream()
        {
            foreach (var post in db.Posts.OrderBy(p => p.Id).Take(50)) // finding SF2022 LOW
                yield return post.Title;
        }

        public async Task<Dictionary<int, List<string>>> GroupsAsync()
        {
            var posts = await db.Posts.OrderBy(p => p.Id).Take(200).ToListAsync(); // finding SF2022 LOW
            return posts.GroupBy(p => p.AuthorId).ToDictionary(g => g.Key, g => g.Select(p => p.Title).ToList());
        }

        public async Task<List<(int, Post)>> PairsAsync()
        {
            var posts = await db.Posts.OrderBy(p => p.Id).Take(200).ToListAsync();
            return posts.Select((p, i) => (i, p)).ToList();
        }

        public string Text()
        {
            var posts = db.Posts.OrderBy(p => p.Id).Take(20).ToList();
            return string.Join(", ", posts);
        }

        // One way reads the title, the other everything.
        public async Task<object> ChosenAsync(bool titles)
        {
            var posts = await db.Posts.OrderBy(p => p.Id).Take(20).ToListAsync();
            if (titles)
                return posts.Select(p => p.Title);
            return posts;
        }

        public object Dynamic()
        {
            dynamic post = db.Posts.OrderBy(p => p.Id).First();
            return post.Title;
        }

        public async Task<List<string>> FilesAsync()
        {
            var files = await db.Files.OrderBy(f => f.Id).Take(20).ToListAsync(); // finding SF2022 LOW
            return files.Select(f => f.Name).ToList();
        }

        public async Task<List<string>> StampsAsync()
        {
            // A version is no file.
            var stamps = await db.Stamps.OrderBy(s => s.Id).Take(20).ToListAsync();
            return stamps.Select(s => s.Name).ToList();
        }

        public async Task<int> FoundAsync(Expression<Func<Post, bool>> condition)
        {
            var post = await db.Posts.FirstOrDefaultAsync(condition); // finding SF2022 LOW
            return post is null ? 0 : post.Id;
        }
    }

    public class Item(Post post)
    {
        public string Title => post.Title;
        public string Body => post.Body;
    }

    public class BlogDb(DbContextOptions<BlogDb> options) : DbContext(options)
    {
        public DbSet<Post> Posts => Set<Post>();
        public DbSet<Author> Authors => Set<Author>();
        public DbSet<Comment> Comments => Set<Comment>();
        public DbSet<StoredFile> Files => Set<StoredFile>();
        public DbSet<Stamp> Stamps => Set<Stamp>();
    }

    public class Post
    {
        private readonly DateTime _read = DateTime.UtcNow;

        public int Id { get; set; }
        public string Title { get; set; } = "";
        public string Body { get; set; } = "";
        public bool Hidden { get; set; }
        public DateTime Written { get; set; }
        public int AuthorId { get; set; }
        public Author? Author { get; set; }

        public string Label => $"{Id}: {Title}";

        public int Age() => (_read - Written).Days;
    }

    public class Author
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
    }

    public class Comment
    {
        public int Id { get; set; }
        public string Text { get; set; } = "";
        public int PostId { get; set; }
        public Post? Post { get; set; }
    }

    public class StoredFile
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
        public byte[] Bytes { get; set; } = [];
    }

    public class Stamp
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
        [MaxLength(200)]
        public string Content { get; set; } = "";
        public byte[] RowVersion { get; set; } = [];
    }
}
