using Microsoft.EntityFrameworkCore;
using Split;

// Splitting is this app's default.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<Db>(o => o.UseNpgsql("Host=db", n => n.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)));
var app = builder.Build();
app.MapGet("/teams/{id}", (int id, Db db) => db.Teams.Include(t => t.Players).Include(t => t.Matches).SingleAsync(t => t.Id == id));
app.Run();

namespace Split
{
    public class Db(DbContextOptions<Db> options) : DbContext(options)
    {
        public DbSet<Team> Teams => Set<Team>();
    }

    public class Team
    {
        public int Id { get; set; }
        public List<Player> Players { get; set; } = [];
        public List<Match> Matches { get; set; } = [];
    }

    public class Player { public int Id { get; set; } }

    public class Match { public int Id { get; set; } }
}
