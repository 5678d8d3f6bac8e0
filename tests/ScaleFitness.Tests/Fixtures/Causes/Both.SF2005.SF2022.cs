using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<TicketDb>(o => o.UseNpgsql("Host=db"));

var app = builder.Build();
app.MapGet("/tickets/open", (TicketDb db) => db.Tickets.AsNoTracking().ToList().Count(t => t.State == "open"));
app.Run();

public class Ticket
{
    public int Id { get; set; }
    public int Owner { get; set; }
    public string State { get; set; } = "";
    public string Title { get; set; } = "";
    public string Sender { get; set; } = "";
    public string Phone { get; set; } = "";
    public string Email { get; set; } = "";
    public int Priority { get; set; }
}

public class TicketDb(DbContextOptions<TicketDb> options) : DbContext(options)
{
    public DbSet<Ticket> Tickets => Set<Ticket>();
}
