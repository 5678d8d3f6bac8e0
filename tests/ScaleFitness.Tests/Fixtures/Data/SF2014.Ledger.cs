using LedgerApp;
using Microsoft.EntityFrameworkCore;

// Library style: every await, and every await using, with ConfigureAwait.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContextFactory<LedgerDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddSingleton<Books>();
var app = builder.Build();
app.MapPost("/lines/{text}", (string text, Books books, CancellationToken token) => books.WriteAsync(text, token));
app.MapGet("/lines/{id:int}", (int id, Books books, CancellationToken token) => books.ReadAsync(id, token));
app.MapPut("/lines/{id:int}", (int id, string text, Books books) => books.CorrectAsync(id, text));
app.MapDelete("/lines/{id:int}", (int id, Books books) => books.StrikeAsync(id));
app.MapPost("/copies/{id:int}", (int id, Books books) => books.CopyAsync(id));
app.Run();

namespace LedgerApp
{
    public class Line
    {
        public int Id { get; set; }
        public string Text { get; set; } = "";
    }

    public class LedgerDb(DbContextOptions<LedgerDb> options) : DbContext(options)
    {
        public DbSet<Line> Lines => Set<Line>();
    }

    public class Books(IDbContextFactory<LedgerDb> factory)
    {
        public async Task WriteAsync(string text, CancellationToken token)
        {
            var db = await factory.CreateDbContextAsync(token).ConfigureAwait(false);
            await using (db.ConfigureAwait(false))
            {
                db.Lines.Add(new Line { Text = text });
                await db.SaveChangesAsync(token).ConfigureAwait(false);
            }
        }

        public async Task<string> ReadAsync(int id, CancellationToken token)
        {
            var db = await factory.CreateDbContextAsync(token).ConfigureAwait(false);
            await using var guard = db.ConfigureAwait(false);
            var line = await db.Lines.FirstOrDefaultAsync(l => l.Id == id, token).ConfigureAwait(false);
            if (line is null)
                return "";
            return line.Text;
        }

        public async Task StrikeAsync(int id)
        {
            var db = factory.CreateDbContext();
            await using (db.ConfigureAwait(false))
                await db.Lines.Where(l => l.Id == id).ExecuteDeleteAsync().ConfigureAwait(false);
        }

        // What is checked between making and guarding leaves it open when it throws.
        public async Task CorrectAsync(int id, string text)
        {
            var db = await factory.CreateDbContextAsync().ConfigureAwait(false); // finding SF2014 MEDIUM
            ArgumentException.ThrowIfNullOrEmpty(text);
            await using (db.ConfigureAwait(false))
                await db.Lines.Where(l => l.Id == id).ExecuteUpdateAsync(s => s.SetProperty(l => l.Text, text)).ConfigureAwait(false);
        }

        public async Task<int> CopyAsync(int id)
        {
            var db = await factory.CreateDbContextAsync().ConfigureAwait(false); // finding SF2014 MEDIUM
            var line = await db.Lines.SingleAsync(l => l.Id == id).ConfigureAwait(false);
            db.Lines.Add(new Line { Text = line.Text });
            return await db.SaveChangesAsync().ConfigureAwait(false);
        }
    }
}
