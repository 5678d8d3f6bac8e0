using Archive;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<ArchiveDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped(typeof(IStore<>), typeof(Store<>));
builder.Services.AddScoped<Shelving>();
builder.Services.AddScoped<IIndexer, Indexer>();
var app = builder.Build();
app.MapControllers();
app.Run();

namespace Archive
{
    [ApiController, Route("boxes")]
    public class BoxesController(ArchiveDb db, IStore<Folder> folders, IMediator mediator, Shelving shelving, IIndexer indexer) : ControllerBase
    {
        private static readonly List<string> Colours = ["red", "green"];

        private static string[] Kinds => ["letter", "map"];

        [HttpPost("generic")]
        public async Task<List<string>> Generic(HashSet<int> ids)
        {
            var names = new List<string>();
            foreach (var id in ids)
                names.Add((await folders.GetByIdAsync(id))!.Name); // finding SF2002 HIGH: a generic repository
            return names;
        }

        [HttpPost("mediator")]
        public async Task<int> Mediator(SizesRequest request)
        {
            var sum = 0;
            foreach (var id in request.Ids.Where(i => i > 0).Distinct())
                sum += await mediator.Send(new SizeQuery(id)); // finding SF2002 HIGH: through a handler
            return sum;
        }

        [HttpGet("predicate")]
        public async Task<List<Box>> Predicate()
        {
            var boxes = await db.Boxes.ToListAsync();
            return boxes.Where(b => db.Folders.Any(f => f.BoxId == b.Id)).ToList(); // finding SF2002 HIGH: in memory, so one by one
        }

        [HttpGet("dictionary")]
        public async Task<Dictionary<int, int>> Dictionary()
        {
            var boxes = await db.Boxes.Where(b => b.Open).ToArrayAsync();
            return boxes.ToDictionary(b => b.Id, b => db.Folders.Count(f => f.BoxId == b.Id)); // finding SF2002 HIGH
        }

        [HttpGet("converted")]
        public async Task<List<int>> Converted()
        {
            var boxes = await db.Boxes.Where(b => b.Open).ToListAsync();
            return boxes.ConvertAll(Folders);

            int Folders(Box box) => db.Folders.Count(f => f.BoxId == box.Id); // finding SF2002 HIGH: a local function as the delegate
        }

        [HttpGet("groups")]
        public async Task<int> Groups()
        {
            var sum = 0;
            foreach (var group in (await db.Boxes.ToListAsync()).GroupBy(b => b.RoomId))
                foreach (var box in group)
                    sum += await db.Folders.CountAsync(f => f.BoxId == box.Id); // finding SF2002 HIGH
            return sum;
        }

        [HttpGet("stream")]
        public IAsyncEnumerable<string> Streamed() => shelving.NamesAsync();

        [HttpGet("iterated")]
        public List<string> Iterated() => shelving.Names().ToList();

        [HttpGet("hand")]
        public int ByHand()
        {
            using var boxes = ((IEnumerable<Box>)db.Boxes.ToList()).GetEnumerator();
            var sum = 0;
            while (boxes.MoveNext())
                sum += db.Folders.Count(f => f.BoxId == boxes.Current.Id); // finding SF2002 HIGH
            return sum;
        }

        [HttpPost("run")]
        public async Task Run(List<int> ids)
        {
            foreach (var id in ids)
                await Task.Run(async () => await db.Boxes.FindAsync(id)); // finding SF2002 HIGH
        }

        [HttpPost("dictionaryvalues")]
        public async Task<int> Values([FromBody] Dictionary<string, int> boxes)
        {
            var sum = 0;
            foreach (var id in boxes.Values)
                sum += await shelving.CountAsync(id); // finding SF2002 HIGH
            return sum;
        }

        [HttpPost("index")]
        public Task Index(List<int> ids) => indexer.IndexAsync(ids);

        // Each condition is one more of the same query.
        [HttpPost("search")]
        public async Task<List<Folder>> Search(string[] terms)
        {
            var query = db.Folders.AsQueryable();
            foreach (var term in terms)
                query = query.Where(f => f.Name.Contains(term));
            return await query.Take(50).ToListAsync();
        }

        [HttpPost("add")]
        public async Task Add(List<Folder> added)
        {
            foreach (var folder in added)
                await db.Folders.AddAsync(folder);
            await db.SaveChangesAsync();
        }

        [HttpGet("memory")]
        public async Task<int> Memory()
        {
            var boxes = await db.Boxes.Where(b => b.Open).ToListAsync();
            var all = await db.Folders.ToListAsync();
            var sum = 0;
            foreach (var box in boxes)
                sum += all.Count(f => f.BoxId == box.Id) + all.Where(f => f.BoxId == box.Id).ToList().Count;
            return sum;
        }

        [HttpGet("months")]
        public async Task<List<int>> Months()
        {
            var months = new List<int>();
            foreach (var month in Enumerable.Range(1, 12))
                months.Add(await db.Boxes.CountAsync(b => b.Month == month));
            foreach (var colour in Colours)
                months.Add(await db.Boxes.CountAsync(b => b.Colour == colour));
            foreach (var kind in Kinds)
                months.Add(await db.Boxes.CountAsync(b => b.Colour == kind));
            var some = new List<string> { "blue" };
            some.Add("black");
            foreach (var colour in some)
                months.Add(await db.Boxes.CountAsync(b => b.Colour == colour));
            months.Add(await CountAll("white", "grey"));
            return months;
        }

        private async Task<int> CountAll(params string[] colours)
        {
            var sum = 0;
            foreach (var colour in colours)
                sum += await db.Boxes.CountAsync(b => b.Colour == colour);
            return sum;
        }
    }

    public sealed class Shelving(ArchiveDb db)
    {
        public async IAsyncEnumerable<string> NamesAsync()
        {
            await foreach (var box in db.Boxes.AsNoTracking().AsAsyncEnumerable())
                yield return (await db.Rooms.FirstAsync(r => r.Id == box.RoomId)).Name; // finding SF2002 HIGH
        }

        public IEnumerable<string> Names()
        {
            foreach (var box in db.Boxes.ToList())
            {
                var room = db.Rooms.Find(box.RoomId); // finding SF2002 HIGH: while somebody enumerates it
                yield return room!.Name;
            }
        }

        public Task<int> CountAsync(int box) => db.Folders.CountAsync(f => f.BoxId == box);
    }

    public interface IIndexer
    {
        Task IndexAsync(IReadOnlyCollection<int> ids);
    }

    public sealed class Indexer(ArchiveDb db) : IIndexer
    {
        private readonly Dictionary<int, string> _names = [];

        public async Task IndexAsync(IReadOnlyCollection<int> ids)
        {
            foreach (var id in ids)
            {
                if (!_names.TryGetValue(id, out var name))
                    _names[id] = name = await db.Folders.Where(f => f.Id == id).Select(f => f.Name).SingleAsync(); // finding SF2002 HIGH @medium: once for each that differs
                Console.WriteLine(name);
            }
        }
    }

    public sealed record SizesRequest(IEnumerable<int> Ids);

    public sealed record SizeQuery(int Id) : IRequest<int>;

    public sealed class SizeHandler(ArchiveDb db) : IRequestHandler<SizeQuery, int>
    {
        public Task<int> Handle(SizeQuery request, CancellationToken cancellationToken) => db.Folders.CountAsync(f => f.BoxId == request.Id, cancellationToken);
    }

    public interface IStore<T> where T : class
    {
        Task<T?> GetByIdAsync(int id);
    }

    public sealed class Store<T>(ArchiveDb db) : IStore<T> where T : class
    {
        public async Task<T?> GetByIdAsync(int id) => await db.Set<T>().FindAsync(id);
    }

    public class ArchiveDb(DbContextOptions<ArchiveDb> options) : DbContext(options)
    {
        public DbSet<Box> Boxes { get; set; }
        public DbSet<Folder> Folders { get; set; }
        public DbSet<Room> Rooms { get; set; }
    }

    public class Box { public int Id { get; set; } public int RoomId { get; set; } public bool Open { get; set; } public int Month { get; set; } public string Colour { get; set; } = ""; }
    public class Folder { public int Id { get; set; } public int BoxId { get; set; } public string Name { get; set; } = ""; }
    public class Room { public int Id { get; set; } public string Name { get; set; } = ""; }
}
