using Microsoft.EntityFrameworkCore;

// SQLite for developers, PostgreSQL where it counts; a database in memory is no file.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<Diary.DiaryContext>(o =>
{
    if (builder.Environment.IsDevelopment())
        o.UseSqlite("Data Source=diary.db");
    else
        o.UseNpgsql(builder.Configuration.GetConnectionString("Diary"));
});
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
