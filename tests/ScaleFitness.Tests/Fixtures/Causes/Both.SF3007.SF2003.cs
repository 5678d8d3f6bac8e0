using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<ClubDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddHttpClient();
var app = builder.Build();

app.MapPost("/lapse", async (ClubDb db, HttpClient http) =>
{
    foreach (var id in await db.Members.Where(m => m.Paid == false).Select(m => m.Id).ToListAsync())
        await LapseAsync(db, http, id);
});

app.Run();

static async Task LapseAsync(ClubDb db, HttpClient http, int id)
{
    db.Lapses.Add(new Lapse { MemberId = id });
    await db.SaveChangesAsync();
    await http.PostAsync("https://doors.example/close/" + id, null);
}

public class ClubDb(DbContextOptions<ClubDb> options) : DbContext(options)
{
    public DbSet<Member> Members { get; set; }
    public DbSet<Lapse> Lapses { get; set; }
}

public class Member { public int Id { get; set; } public bool Paid { get; set; } }
public class Lapse { public int Id { get; set; } public int MemberId { get; set; } }
