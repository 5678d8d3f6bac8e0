using Directory;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

// context rows.Country=200
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<DirectoryDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<IPeople, People>();
builder.Services.AddHostedService<Birthdays>();
var app = builder.Build();
app.MapControllers();
app.MapGet("/people/contains", (string term, DirectoryDb db) => db.People.Where(p => p.Name.Contains(term)).OrderBy(p => p.Id).Take(20).ToListAsync()); // finding SF2023
app.MapGet("/people/starts", (string term, DirectoryDb db) => db.People.Where(p => p.Name.StartsWith(term)).OrderBy(p => p.Id).Take(20).ToListAsync());
app.MapGet("/people/ends", (string term, DirectoryDb db) => db.People.FirstOrDefaultAsync(p => p.Mail.EndsWith(term))); // finding SF2023
app.MapGet("/people/like", (string term, DirectoryDb db) => db.People.Where(p => EF.Functions.Like(p.Name, "%" + term)).Take(20).ToListAsync()); // finding SF2023
app.MapGet("/people/ilike", (string term, DirectoryDb db) => db.People.Where(p => EF.Functions.ILike(p.Name, $"%{term}%")).Take(20).ToListAsync()); // finding SF2023
app.MapGet("/people/prefix", (string term, DirectoryDb db) => db.People.Where(p => EF.Functions.Like(p.Name, term + "%")).Take(20).ToListAsync());
app.MapGet("/people/lower", (string mail, DirectoryDb db) => db.People.SingleOrDefaultAsync(p => p.Mail.ToLower() == mail.ToLower())); // finding SF2023
app.MapGet("/people/mail", (string mail, DirectoryDb db) => db.People.SingleOrDefaultAsync(p => p.Mail == mail.ToLower()));
app.MapGet("/people/day", (DateTime day, DirectoryDb db) => db.People.CountAsync(p => p.Joined.Date == day)); // finding SF2023
app.MapGet("/people/range", (DateTime day, DirectoryDb db) => db.People.CountAsync(p => p.Joined >= day && p.Joined < day.AddDays(1)));
app.MapGet("/people/sum", (int points, DirectoryDb db) => db.People.AnyAsync(p => p.Points + p.Bonus > points)); // finding SF2023
app.MapGet("/people/plus", (int points, DirectoryDb db) => db.People.AnyAsync(p => p.Points + 10 > points)); // finding SF2023: arithmetic on the column
app.MapGet("/people/minus", (int points, DirectoryDb db) => db.People.AnyAsync(p => p.Points > points - 10));
app.MapGet("/people/of/{club}", (int club, string term, DirectoryDb db) => db.People.Where(p => p.ClubId == club && p.Name.Contains(term)).Take(20).ToListAsync());
app.MapGet("/people/{id}/check", (int id, string term, DirectoryDb db) => db.People.AnyAsync(p => p.Id == id && p.Name.Contains(term)));
app.MapGet("/people/about", (string term, DirectoryDb db) => db.People.Where(p => p.About.Contains(term)).Take(20).ToListAsync());
app.MapGet("/people/search", (string term, DirectoryDb db) => db.People.Where(p => p.Search.Contains(term)).Take(20).ToListAsync());
app.MapGet("/people/ids", (int[] ids, DirectoryDb db) => db.People.Where(p => ids.Contains(p.Id)).ToListAsync());
app.MapGet("/countries", (string term, DirectoryDb db) => db.Countries.Where(c => c.Name.Contains(term)).ToListAsync());
app.MapGet("/memory", (string term) => new[] { "a", "b" }.Where(s => s.Contains(term)));
app.Run();

namespace Directory
{
    [Route("api/people")]
    public class PeopleController(IPeople people) : ControllerBase
    {
        [HttpGet]
        public Task<List<Person>> Search(string? term, int? club) => people.SearchAsync(term, club);

        [HttpGet("optional")]
        public Task<List<Person>> Optional(string? term) => people.OptionalAsync(term);
    }

    public interface IPeople
    {
        Task<List<Person>> SearchAsync(string? term, int? club);
        Task<List<Person>> OptionalAsync(string? term);
    }

    public class People(DirectoryDb db) : IPeople
    {
        public async Task<List<Person>> SearchAsync(string? term, int? club)
        {
            var query = db.People.AsNoTracking();
            if (!string.IsNullOrEmpty(term))
                query = query.Where(p => p.Name.Contains(term));
            if (club is not null)
                query = query.Where(p => p.ClubId == club);
            return await query.OrderBy(p => p.Id).Take(20).ToListAsync(); // finding SF2023: without a club
        }

        public Task<List<Person>> OptionalAsync(string? term) =>
            db.People.Where(p => term == null || p.Name.ToUpper() == term).OrderBy(p => p.Id).Take(20).ToListAsync(); // finding SF2023
    }

    [Route("api/pages")]
    public class PagesController(DirectoryDb db) : ControllerBase
    {
        [HttpGet]
        public async Task<object> Page(string? term, string? mail, int page)
        {
            var query = db.People.AsNoTracking();
            if (term is not null)
                query = query.Where(p => p.Name.Contains(term));
            if (mail is not null)
                query = query.Where(p => p.Mail.Contains(mail));
            if (!await query.AnyAsync()) // finding SF2023: one search, whatever it is asked for
                return "nobody";
            var total = await query.CountAsync();
            var people = await query.OrderBy(p => p.Id).Skip(page * 20).Take(20).ToListAsync();
            return new { total, people };
        }
    }

    public class Birthdays(IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
            var month = DateTime.UtcNow.Month;
            await db.People.Where(p => p.Born.Month == month).Take(100).ToListAsync(stoppingToken); // finding SF2023 LOW: in the background
        }
    }

    public class DirectoryDb(DbContextOptions<DirectoryDb> options) : DbContext(options)
    {
        public DbSet<Person> People => Set<Person>();
        public DbSet<Country> Countries => Set<Country>();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Person>().HasIndex(p => p.About).HasMethod("gin").HasOperators("gin_trgm_ops");
            modelBuilder.Entity<Person>().Property(p => p.Search).HasComputedColumnSql("lower(name)", stored: true);
        }
    }

    public class Person
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
        public string Mail { get; set; } = "";
        public string About { get; set; } = "";
        public string Search { get; set; } = "";
        public DateTime Joined { get; set; }
        public DateTime Born { get; set; }
        public int Points { get; set; }
        public int Bonus { get; set; }
        public int ClubId { get; set; }
        public Club? Club { get; set; }
    }

    public class Club { public int Id { get; set; } }

    public class Country
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
    }
}
