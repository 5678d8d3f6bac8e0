using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Tags;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages();
builder.Services.AddControllers();
builder.Services.AddDbContext<TagsContext>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped(typeof(IRepository<>), typeof(Repository<>));
builder.Services.AddScoped<TagService>();
var app = builder.Build();
app.MapRazorPages();
app.MapControllers();
app.Run();

namespace Tags
{
    public class Tag
    {
        public int Id { get; set; }
        public string Slug { get; set; } = "";
        public int TenantId { get; set; }
    }

    [Index(nameof(PostId), nameof(TagId), IsUnique = true)]
    public class PostTag
    {
        public int Id { get; set; }
        public int PostId { get; set; }
        public int TagId { get; set; }
    }

    public class Follow
    {
        public int FollowerId { get; set; }
        public int FolloweeId { get; set; }
    }

    public class Like
    {
        public int Id { get; set; }
        public int PostId { get; set; }
        public int UserId { get; set; }
    }

    public class TagsContext(DbContextOptions<TagsContext> options) : DbContext(options)
    {
        public DbSet<Tag> Tags { get; set; } = null!;
        public DbSet<PostTag> PostTags { get; set; } = null!;
        public DbSet<Follow> Follows { get; set; } = null!;
        public DbSet<Like> Likes { get; set; } = null!;

        protected override void OnModelCreating(ModelBuilder modelBuilder) =>
            modelBuilder.Entity<Follow>().HasKey(f => new { f.FollowerId, f.FolloweeId });
    }

    public interface IRepository<T> where T : class
    {
        T? First(System.Linq.Expressions.Expression<Func<T, bool>> where);
        void Add(T row);
        void Save();
    }

    public class Repository<T>(TagsContext db) : IRepository<T> where T : class
    {
        public T? First(System.Linq.Expressions.Expression<Func<T, bool>> where) => db.Set<T>().FirstOrDefault(where);

        public void Add(T row) => db.Set<T>().Add(row);

        public void Save() => db.SaveChanges();
    }

    public class TagService(TagsContext db, IRepository<Tag> tags)
    {
        public Tag Ensure(string slug) =>
            db.Tags.SingleOrDefault(t => t.Slug == slug) ?? Create(slug); // limit SF2017: the row is made by a function of its own

        private Tag Create(string slug)
        {
            var tag = new Tag { Slug = slug };
            db.Tags.Add(tag);
            db.SaveChanges();
            return tag;
        }

        public bool Like(int post, int user)
        {
            var like = db.Likes.FirstOrDefault(l => l.PostId == post && l.UserId == user); // finding SF2017 MEDIUM @medium: a toggle
            if (like != null)
                db.Likes.Remove(like);
            else
                db.Likes.Add(new Like { PostId = post, UserId = user });
            db.SaveChanges();
            return like == null;
        }

        public void Follow(int follower, int followee)
        {
            if (!db.Follows.Any(f => f.FollowerId == follower && f.FolloweeId == followee))
                db.Follows.Add(new Follow { FollowerId = follower, FolloweeId = followee });
            db.SaveChanges();
        }

        public void Attach(int post, int tag)
        {
            var known = db.PostTags.Any(p => p.TagId == tag && p.PostId == post);
            if (known)
                return;
            db.PostTags.Add(new PostTag { PostId = post, TagId = tag });
            db.SaveChanges();
        }

        public void Generic(string slug)
        {
            var tag = tags.First(t => t.Slug == slug); // limit SF2017: the condition is handed to a generic repository
            if (tag is null)
            {
                tags.Add(new Tag { Slug = slug });
                tags.Save();
            }
        }

        public async Task<int> OfTenant(int tenant, string slug, CancellationToken token)
        {
            var taken = await db.Tags.AsNoTracking().Where(t => t.TenantId == tenant).AnyAsync(t => t.Slug == slug, token); // finding SF2017 MEDIUM @medium: of a tenant
            if (taken)
                throw new InvalidOperationException("taken");
            await db.Tags.AddAsync(new Tag { TenantId = tenant, Slug = slug }, token);
            return await db.SaveChangesAsync(token);
        }

        // A second one is what is wanted: the first is only read for its value.
        public void Copy(string slug)
        {
            var tag = db.Tags.FirstOrDefault(t => t.Slug == slug);
            db.Tags.Add(new Tag { Slug = slug + "-copy", TenantId = tag?.TenantId ?? 0 });
            db.SaveChanges();
        }

        public void Renamed(string from, string to)
        {
            var tag = db.Tags.FirstOrDefault(t => t.Slug == from);
            if (tag is null)
                return;
            tag.Slug = to;
            db.SaveChanges();
        }

        public void Advisory(string slug)
        {
            using var transaction = db.Database.BeginTransaction();
            db.Database.ExecuteSqlRaw("SELECT pg_advisory_xact_lock(42)");
            if (!db.Tags.Any(t => t.Slug == slug))
                db.Tags.Add(new Tag { Slug = slug });
            db.SaveChanges();
            transaction.Commit();
        }
    }

    public class CreateModel(TagsContext db) : PageModel
    {
        [BindProperty] public string Slug { get; set; } = "";

        public async Task<IActionResult> OnPostAsync()
        {
            if (!ModelState.IsValid)
                return Page();
            if (await db.Tags.AnyAsync(t => t.Slug == Slug)) // finding SF2017 MEDIUM @medium: in a page
            {
                ModelState.AddModelError("Slug", "taken");
                return Page();
            }

            db.Tags.Add(new Tag { Slug = Slug });
            await db.SaveChangesAsync();
            return RedirectToPage("Index");
        }
    }

    [ApiController, Route("tags")]
    public class TagsController(TagService tags) : ControllerBase
    {
        [HttpPost]
        public async Task Post(string slug)
        {
            tags.Ensure(slug);
            tags.Like(1, 2);
            tags.Follow(1, 2);
            tags.Attach(1, 2);
            tags.Generic(slug);
            await tags.OfTenant(1, slug, default);
        }

        [HttpPut]
        public void Put(string slug)
        {
            tags.Copy(slug);
            tags.Renamed(slug, slug);
            tags.Advisory(slug);
        }
    }
}
