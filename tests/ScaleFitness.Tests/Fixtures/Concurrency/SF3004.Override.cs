using Ledger;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

// A context that stamps what is saved: who saves synchronously is at fault, not the override that hands it on.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<LedgerDb>(o => o.UseNpgsql("Host=db"));
var app = builder.Build();
app.MapControllers();
app.Run();

namespace Ledger
{
    [Route("postings")]
    public class PostingsController(LedgerDb db) : ControllerBase
    {
        [HttpPost]
        public void Add(decimal amount)
        {
            db.Add(new Posting { Amount = amount });
            db.SaveChanges(); // finding SF3004 HIGH
        }

        [HttpPost("waited")]
        public Task<int> AddAsync(decimal amount)
        {
            db.Add(new Posting { Amount = amount });
            return db.SaveChangesAsync();
        }

        [HttpPost("closed")]
        public void Close() => db.Close();
    }

    public class LedgerDb(DbContextOptions<LedgerDb> options) : DbContext(options)
    {
        public DbSet<Posting> Postings => Set<Posting>();

        public override int SaveChanges(bool acceptAllChangesOnSuccess)
        {
            foreach (var entry in ChangeTracker.Entries<Posting>())
                entry.Entity.Changed = DateTime.UtcNow;
            return base.SaveChanges(acceptAllChangesOnSuccess);
        }

        public void Close()
        {
            Add(new Posting());
            base.SaveChanges(); // finding SF3004 HIGH: a method of its own
        }
    }

    public class Posting
    {
        public int Id { get; set; }
        public decimal Amount { get; set; }
        public DateTime Changed { get; set; }
    }
}
