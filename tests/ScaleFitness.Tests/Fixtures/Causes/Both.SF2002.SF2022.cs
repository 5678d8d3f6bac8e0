using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<TreeDb>(o => o.UseNpgsql("Host=db"));

var app = builder.Build();
app.MapPost("/trees/heights", (int[] ids, TreeDb db) =>
{
    var total = 0;
    foreach (var id in ids)
        total += db.Trees.AsNoTracking().Single(t => t.Id == id).Height;
    return total;
});
app.Run();

public class Tree
{
    public int Id { get; set; }
    public int Owner { get; set; }
    public int Height { get; set; }
    public int Girth { get; set; }
    public string Kind { get; set; } = "";
    public string Park { get; set; } = "";
    public string Row { get; set; } = "";
    public int Planted { get; set; }
}

public class TreeDb(DbContextOptions<TreeDb> options) : DbContext(options)
{
    public DbSet<Tree> Trees => Set<Tree>();
}
