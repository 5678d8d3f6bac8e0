using Lending;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

// A multi-tenant app: one tenant's import is every tenant's outage.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddHttpContextAccessor();
builder.Services.AddScoped<ITenantContext, TenantContext>();
builder.Services.AddDbContext<LendingDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddRateLimiter(o => o.AddSlidingWindowLimiter("read", s => s.SegmentsPerWindow = 4));
var app = builder.Build();
app.UseRateLimiter();
app.MapControllers();
app.MapGet("/loans/{id:int}", (LendingDb db, int id) => db.Loans.FindAsync(id)).RequireRateLimiting("read");
app.MapPost("/loans", (LendingDb db, Loan loan) => // finding SF4001 BLOCKER: a write
{
    db.Loans.Add(loan);
    return db.SaveChangesAsync();
});
app.Run();

namespace Lending
{
    public interface ITenantContext
    {
        Guid TenantId { get; }
    }

    public class TenantContext(IHttpContextAccessor accessor) : ITenantContext
    {
        public Guid TenantId => Guid.Parse(accessor.HttpContext!.User.FindFirst("tenant")!.Value);
    }

    [ApiController, Route("loans")]
    public class LoansController(LendingDb db) : ControllerBase
    {
        [HttpPost("import")]
        public async Task<int> Import(List<Loan> loans)
        {
            db.Loans.AddRange(loans); // finding SF4001 BLOCKER: a write
            return await db.SaveChangesAsync();
        }

        [HttpGet("version")]
        public string Version() => "2"; // finding SF4001 HIGH: cheap, and open to all

        [HttpGet("count"), EnableRateLimiting("read")]
        public Task<int> Count() => db.Loans.CountAsync();
    }

    public class LendingDb(DbContextOptions<LendingDb> options, ITenantContext tenant) : DbContext(options)
    {
        public DbSet<Loan> Loans => Set<Loan>();

        protected override void OnModelCreating(ModelBuilder model) =>
            model.Entity<Loan>().HasQueryFilter(l => l.TenantId == tenant.TenantId);
    }

    public class Loan
    {
        public int Id { get; set; }
        public Guid TenantId { get; set; }
        public string Title { get; set; } = "";
    }
}
