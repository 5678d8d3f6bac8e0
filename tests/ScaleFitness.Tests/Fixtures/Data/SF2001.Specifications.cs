using Ardalis.Specification;
using Ardalis.Specification.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Specifications;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<GalleryContext>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped(typeof(IGallery<>), typeof(Gallery<>));
builder.Services.AddScoped<ILoans, Loans>();
var app = builder.Build();
app.MapGet("/schools", async (IGallery<School> schools) =>
{
    var all = await schools.ListAsync(); // finding SF2001 BLOCKER
    return all.Select(s => s.Name).ToList();
});
app.MapGet("/paintings", async (IGallery<Painting> paintings, bool shown) =>
{
    return await paintings.ListAsync(new Shown(shown)); // finding SF2001 HIGH
});
app.MapGet("/paintings/of/{painter}", async (IGallery<Painting> paintings, int painter) =>
{
    return await paintings.ListAsync(new OfPainter(painter)); // finding SF2001 LOW
});
app.MapGet("/paintings/like/{text}", async (IGallery<Painting> paintings, string text) =>
{
    return await paintings.ListAsync(new Titled(text)); // finding SF2001 HIGH
});
app.MapGet("/paintings/page/{page}", async (IGallery<Painting> paintings, int page) => await paintings.ListAsync(new Page(page, true)));
app.MapGet("/paintings/named", async (IGallery<Painting> paintings, int[] ids) => await paintings.ListAsync(new Named(ids)));
app.MapGet("/paintings/{id}", async (IGallery<Painting> paintings, int id) => await paintings.FirstOrDefaultAsync(new Named([id])));
app.MapGet("/paintings/count", async (IGallery<Painting> paintings) => await paintings.CountAsync(new Shown(true)));
app.MapGet("/loans", async (ILoans loans) => await loans.ListAsync());
app.Run();

namespace Specifications
{
    public interface IGallery<T> : IRepositoryBase<T> where T : class;

    public class Gallery<T>(GalleryContext context) : RepositoryBase<T>(context), IGallery<T> where T : class;

    // Named alike, and no repository of the library.
    public interface ILoans
    {
        Task<List<string>> ListAsync();
    }

    public class Loans(GalleryContext context) : ILoans
    {
        public Task<List<string>> ListAsync() => context.Paintings.OrderBy(p => p.Id).Select(p => p.Title).Take(50).ToListAsync();
    }

    public class Shown : Specification<Painting>
    {
        public Shown(bool shown) => Query.Where(p => p.IsShown == shown).OrderBy(p => p.Title);
    }

    public class OfPainter : Specification<Painting>
    {
        public OfPainter(int painter)
        {
            Query.Where(p => p.PainterId == painter, painter > 0);
        }
    }

    public class Titled : Specification<Painting>
    {
        public Titled(string text) => Query.Search(p => p.Title, "%" + text + "%");
    }

    public class Page : Paged<Painting>
    {
        public Page(int page, bool shown)
            : base(page)
        {
            Query.Where(p => p.IsShown == shown).OrderBy(p => p.Id);
        }
    }

    public abstract class Paged<T> : Specification<T>
    {
        protected Paged(int page) => Bound(page);

        private void Bound(int page) => Query.Skip(page * 20).Take(20);
    }

    public class Named : Specification<Painting>
    {
        public Named(int[] ids) => Query.Where(p => ids.Contains(p.Id));
    }

    public class School
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
    }

    public class Painter
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
    }

    public class Painting
    {
        public int Id { get; set; }
        public string Title { get; set; } = "";
        public bool IsShown { get; set; }
        public int PainterId { get; set; }
        public Painter? Painter { get; set; }
    }

    public class GalleryContext(DbContextOptions<GalleryContext> options) : DbContext(options)
    {
        public DbSet<School> Schools => Set<School>();

        public DbSet<Painter> Painters => Set<Painter>();

        public DbSet<Painting> Paintings => Set<Painting>();
    }
}
