using Microsoft.EntityFrameworkCore;

// One file is all the data there is.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<Diary.DiaryContext>(o => o.UseSqlite(builder.Configuration.GetConnectionString("Diary") ?? "Data Source=diary.db")); // finding SF1009 MEDIUM @high
var app = builder.Build();
app.MapGet("/entries/{id:int}", (int id, Diary.DiaryContext db) => db.Entries.Find(id));
app.Run();

namespace Diary
{
    public class DiaryContext(DbContextOptions<DiaryContext> options) : DbContext(options)
    {
        public DbSet<Entry> Entries => Set<Entry>();
    }

    public class Entry
    {
        public int Id { get; set; }
    }
}
