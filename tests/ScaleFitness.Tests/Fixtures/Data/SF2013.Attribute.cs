using Microsoft.EntityFrameworkCore;
using Quiet;

// The context says so itself.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<QuietDb>(o => o.UseNpgsql("Host=db"));
var app = builder.Build();
app.MapGet("/notes", (QuietDb db) => db.Notes.OrderBy(b => b.Id).Take(20).ToListAsync());
app.Run();

namespace Quiet
{
    public class QuietDb : DbContext
    {
        public QuietDb(DbContextOptions<QuietDb> options) : base(options) => ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTrackingWithIdentityResolution;

        public DbSet<Note> Notes => Set<Note>();
    }

    public class Note { public int Id { get; set; } }
}
