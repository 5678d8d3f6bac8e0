using Bakery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddMemoryCache();
builder.Services.AddDbContext<BakeryDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<Names>();
builder.Services.AddScoped<Allergens>();
builder.Services.AddScoped<Discounts>();
builder.Services.AddScoped<ICounter, Counter>();
var app = builder.Build();
app.MapControllers();
app.Run();

namespace Bakery
{
    [ApiController, Route("cakes")]
    public class CakesController(BakeryDb db, Names names, Allergens allergens, Discounts discounts, ICounter counter) : ControllerBase
    {
        [HttpGet]
        public async Task<List<string>> List()
        {
            var result = new List<string>();
            foreach (var cake in await db.Cakes.AsNoTracking().ToListAsync())
                result.Add(names.Of(cake.Id, cake.Name)); // finding SF2002 HIGH @low: only where the cache has no name
            return result;
        }

        [HttpGet("allergens")]
        public async Task<List<string>> WithAllergens()
        {
            var result = new List<string>();
            foreach (var cake in await db.Cakes.AsNoTracking().ToListAsync())
                result.Add(cake.Name + await allergens.OfAsync(cake.Id)); // finding SF2002 HIGH @low: the cache asks
            return result;
        }

        [HttpGet("fresh")]
        public async Task<List<string>> Fresh()
        {
            var result = new List<string>();
            foreach (var cake in await db.Cakes.AsNoTracking().ToListAsync())
                result.Add(names.Fresh(cake.Id)); // finding SF2002 HIGH @high: the look comes first and changes nothing
            return result;
        }

        [HttpGet("both")]
        public async Task<List<string>> Both()
        {
            var result = new List<string>();
            foreach (var cake in await db.Cakes.AsNoTracking().ToListAsync())
                result.Add(names.OfBoth(cake.Id, cake.Name)); // finding SF2002 HIGH @high: cached on one way, asked for on the other
            return result;
        }

        // The discounts of the day are asked for once, in the first round.
        [HttpGet("prices")]
        public async Task<List<decimal>> Prices()
        {
            var result = new List<decimal>();
            foreach (var cake in await db.Cakes.AsNoTracking().ToListAsync())
                result.Add(cake.Price - await discounts.OfAsync(cake.Id));
            return result;
        }

        [HttpGet("prices/tax")]
        public async Task<List<decimal>> Taxed()
        {
            var result = new List<decimal>();
            foreach (var cake in await db.Cakes.AsNoTracking().ToListAsync())
                result.Add(cake.Price * await discounts.TaxAsync());
            return result;
        }

        [HttpGet("prices/today")]
        public async Task<List<decimal>> Today()
        {
            var result = new List<decimal>();
            foreach (var cake in await db.Cakes.AsNoTracking().ToListAsync())
                result.Add(cake.Price - await discounts.LatestAsync(cake.Id)); // finding SF2002 HIGH @high: kept, and asked for all the same
            return result;
        }

        // Narrowed word by word: a sequence that is made of itself.
        [HttpGet("search")]
        public async Task<List<string>> Search(string text)
        {
            IEnumerable<Cake> left = await db.Cakes.AsNoTracking().Take(500).ToListAsync();
            foreach (var word in text.Split(' '))
                left = left.Where(c => c.Name.Contains(word)).Where(c => !c.Name.EndsWith(word));
            return left.Select(c => c.Name).ToList();
        }

        // And nobody looks at it.
        [HttpGet("search/unused")]
        public async Task<int> Unused(string text)
        {
            var cakes = await db.Cakes.AsNoTracking().Take(500).ToListAsync();
            var left = cakes.Select(c => c.Name);
            foreach (var word in text.Split(' '))
                left = left.Where(n => n.Contains(word)).Select(n => n.Trim());
            return cakes.Count;
        }

        // Each entity checks rules; only some of them ask the database.
        [HttpGet("tickets")]
        public async Task<List<Ticket>> Tickets() => (await db.Cakes.AsNoTracking().ToListAsync()).Select(c => Ticket.Of(c.Name)).ToList();

        [HttpGet("tickets/numbered")]
        public async Task<List<Ticket>> Numbered() => (await db.Cakes.AsNoTracking().ToListAsync()).Select(c => Ticket.Numbered(c.Name, counter)).ToList(); // finding SF2002 HIGH: this one does
    }

    public class Names(BakeryDb db, IMemoryCache cache)
    {
        public string Of(int id, string name)
        {
            if (!cache.TryGetValue(id, out List<Translation>? known))
            {
                known = Load(id);
                cache.Set(id, known, TimeSpan.FromMinutes(1));
            }

            return known!.FirstOrDefault()?.Text ?? name;
        }

        public string Fresh(int id)
        {
            cache.TryGetValue(id, out List<Translation>? before);
            var now = Load(id);
            return before?.Count == now.Count ? "" : now[0].Text;
        }

        public string OfBoth(int id, string name)
        {
            var known = Of(id, name);
            return known == name ? Load(id).FirstOrDefault()?.Text ?? name : known;
        }

        private List<Translation> Load(int id) => db.Translations.Where(t => t.CakeId == id).ToList();
    }

    public class Allergens(BakeryDb db, IMemoryCache cache)
    {
        public async Task<string?> OfAsync(int id) =>
            await cache.GetOrCreateAsync($"allergens {id}", entry =>
            {
                entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromHours(1);
                return LoadAsync(id);
            });

        private async Task<string> LoadAsync(int id) => await db.Translations.Where(t => t.CakeId == id).Select(t => t.Text).FirstAsync();
    }

    public class Discounts(BakeryDb db)
    {
        private Dictionary<int, decimal>? _byCake;
        private decimal? _tax;
        private decimal _latest;

        public async Task<decimal> OfAsync(int cake) => (await AllAsync()).GetValueOrDefault(cake);

        public async Task<decimal> TaxAsync() => _tax ??= await db.Taxes.Select(t => t.Rate).FirstAsync();

        public async Task<decimal> LatestAsync(int cake)
        {
            _latest = await db.Discounts.Where(d => d.CakeId == cake).Select(d => d.Amount).FirstOrDefaultAsync();
            return _latest;
        }

        private async Task<Dictionary<int, decimal>> AllAsync()
        {
            if (_byCake == null)
                _byCake = await db.Discounts.Take(500).ToDictionaryAsync(d => d.CakeId, d => d.Amount);
            return _byCake;
        }
    }

    public interface IRule
    {
        bool IsBroken();
    }

    public class NameIsGiven(string name) : IRule
    {
        public bool IsBroken() => name.Length == 0;
    }

    public class NumberIsFree(string name, ICounter counter) : IRule
    {
        public bool IsBroken() => counter.Taken(name) > 0;
    }

    public interface ICounter
    {
        int Taken(string name);
    }

    public class Counter(BakeryDb db) : ICounter
    {
        public int Taken(string name) => db.Cakes.Count(c => c.Name == name);
    }

    public abstract class Entity
    {
        protected static void Check(IRule rule)
        {
            if (rule.IsBroken())
                throw new InvalidOperationException();
        }
    }

    public class Ticket : Entity
    {
        private Ticket(string text) => Text = text;

        public string Text { get; }

        public static Ticket Of(string name)
        {
            Check(new NameIsGiven(name));
            return new(name);
        }

        public static Ticket Numbered(string name, ICounter counter)
        {
            Check(new NameIsGiven(name));
            Check(new NumberIsFree(name, counter));
            return new(name);
        }
    }

    public class Cake { public int Id { get; set; } public string Name { get; set; } = ""; public decimal Price { get; set; } }

    public class Translation { public int Id { get; set; } public int CakeId { get; set; } public string Text { get; set; } = ""; }

    public class Discount { public int Id { get; set; } public int CakeId { get; set; } public decimal Amount { get; set; } }

    public class Tax { public int Id { get; set; } public decimal Rate { get; set; } }

    public class BakeryDb(DbContextOptions<BakeryDb> options) : DbContext(options)
    {
        public DbSet<Cake> Cakes => Set<Cake>();
        public DbSet<Translation> Translations => Set<Translation>();
        public DbSet<Discount> Discounts => Set<Discount>();
        public DbSet<Tax> Taxes => Set<Tax>();
    }
}
