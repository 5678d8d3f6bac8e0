using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ReadModules;

// Two contexts, one connection string: reads have nowhere else to go.
var builder = WebApplication.CreateBuilder(args); // finding SF2018 INFO
var connection = builder.Configuration.GetConnectionString("Main");
builder.Services.AddControllers();
builder.Services.AddDbContext<CatalogueDb>(o => o.UseSqlServer(connection));
builder.Services.AddDbContextPool<LendingDb>(o => o.UseSqlServer(connection, s => s.EnableRetryOnFailure()));
builder.Services.AddScoped<ITitles, Titles>();
var app = builder.Build();
app.MapControllers();
app.Run();

namespace ReadModules
{
    [ApiController, Route("titles")]
    public class TitlesController(ITitles titles) : ControllerBase
    {
        [HttpGet]
        public Task<List<Title>> All() => titles.FirstAsync();

        [HttpGet("{id}")]
        public Task<Title> One(int id) => titles.OneAsync(id);

        [HttpGet("{id}/loans")]
        public Task<int> Loans(int id) => titles.LoansAsync(id);

        [HttpPost("{id}/lend")]
        public Task Lend(int id) => titles.LendAsync(id);
    }

    public interface ITitles
    {
        Task<List<Title>> FirstAsync();
        Task<Title> OneAsync(int id);
        Task<int> LoansAsync(int id);
        Task LendAsync(int id);
    }

    public sealed class Titles(CatalogueDb catalogue, LendingDb lending) : ITitles
    {
        public Task<List<Title>> FirstAsync() => catalogue.Titles.OrderBy(t => t.Id).Take(10).ToListAsync();

        public Task<Title> OneAsync(int id) => catalogue.Titles.SingleAsync(t => t.Id == id);

        public Task<int> LoansAsync(int id) => lending.Loans.CountAsync(l => l.TitleId == id);

        public async Task LendAsync(int id)
        {
            lending.Loans.Add(new Loan { TitleId = id });
            await lending.SaveChangesAsync();
        }
    }

    public class CatalogueDb(DbContextOptions<CatalogueDb> options) : DbContext(options)
    {
        public DbSet<Title> Titles => Set<Title>();
    }

    public class LendingDb(DbContextOptions<LendingDb> options) : DbContext(options)
    {
        public DbSet<Loan> Loans => Set<Loan>();
    }

    public class Title { public int Id { get; set; } }

    public class Loan { public int Id { get; set; } public int TitleId { get; set; } }
}
