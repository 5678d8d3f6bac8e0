using Auction;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<AuctionDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<ILots, Lots>();
builder.Services.AddHostedService<Close>();
var app = builder.Build();
app.MapControllers();
app.MapGet("/lots", (int page, AuctionDb db) => db.Lots.Skip(page * 20).Take(20).ToListAsync()); // finding SF2021
app.MapGet("/lots/ordered", (int page, AuctionDb db) => db.Lots.OrderBy(l => l.Id).Skip(page * 20).Take(20).ToListAsync());
app.MapGet("/lots/some", (AuctionDb db) => db.Lots.Take(3).ToListAsync());
app.MapGet("/lots/late", (int page, AuctionDb db) => db.Lots.Skip(page * 20).Take(20).OrderBy(l => l.Id).ToListAsync()); // finding SF2021: ordered when the page is cut
app.MapGet("/lots/{id}", (int id, AuctionDb db) => db.Lots.Where(l => l.Id == id).Skip(0).Take(1).ToListAsync());
app.MapGet("/lots/linq", (int page, AuctionDb db) => (from lot in db.Lots where lot.Open orderby lot.Closes descending, lot.Id select lot).Skip(page * 20).Take(20).ToListAsync());
app.MapGet("/memory", () => new[] { 1, 2, 3 }.Skip(1).Take(1));
app.MapGet("/lots/filtered", async (int page, bool? open, AuctionDb db) =>
{
    IQueryable<Lot> query = db.Lots;
    if (open is not null)
        query = query.Where(l => l.Open == open);
    return await query.Select(l => new { l.Id, l.Name }).Skip(page * 20).Take(20).ToListAsync(); // finding SF2021
});
app.Run();

namespace Auction
{
    [Route("api/lots")]
    public class LotsController(ILots lots) : ControllerBase
    {
        [HttpGet]
        public Task<List<Lot>> Page(int page) => lots.PageAsync(page);

        [HttpGet("by")]
        public Task<List<Lot>> By(int page, string sort) => lots.SortedAsync(page, sort);

        [HttpGet("bids")]
        public Task<List<Bid>> Bids(int page) => lots.BidsAsync(page);
    }

    public interface ILots
    {
        Task<List<Lot>> PageAsync(int page);
        Task<List<Lot>> SortedAsync(int page, string sort);
        Task<List<Bid>> BidsAsync(int page);
    }

    public class Lots(AuctionDb db) : ILots
    {
        public Task<List<Lot>> PageAsync(int page) => Cut(db.Lots.Where(l => l.Open).OrderByDescending(l => l.Closes), page);

        public Task<List<Bid>> BidsAsync(int page) => Cut(db.Bids, page);

        public Task<List<Lot>> SortedAsync(int page, string sort)
        {
            var query = Sort(db.Lots, sort);
            return query.Skip(page * 20).Take(20).ToListAsync();
        }

        private static IQueryable<Lot> Sort(IQueryable<Lot> lots, string sort) => sort switch
        {
            "name" => lots.OrderBy(l => l.Name),
            "closes" => lots.OrderBy(l => l.Closes),
            _ => lots.OrderBy(l => l.Id),
        };

        private static Task<List<T>> Cut<T>(IQueryable<T> rows, int page) => rows.Skip(page * 20).Take(20).ToListAsync(); // finding SF2021: one of its callers brings no order
    }

    public class Close(IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<AuctionDb>();
            for (var page = 0; ; page++)
            {
                var lots = await db.Lots.Where(l => l.Open).Skip(page * 100).Take(100).ToListAsync(stoppingToken); // finding SF2021 LOW: a job that skips rows
                if (lots.Count == 0)
                    break;
            }
        }
    }

    public class AuctionDb(DbContextOptions<AuctionDb> options) : DbContext(options)
    {
        public DbSet<Lot> Lots => Set<Lot>();
        public DbSet<Bid> Bids => Set<Bid>();
    }

    public class Lot
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
        public bool Open { get; set; }
        public DateTime Closes { get; set; }
    }

    public class Bid { public int Id { get; set; } }
}
