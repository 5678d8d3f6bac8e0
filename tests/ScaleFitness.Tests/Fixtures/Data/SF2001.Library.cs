using Library;
using Marten;

// No EF Core in sight: documents of another store are loaded whole just the same.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped<ILoans, Loans>();
var app = builder.Build();
app.MapGet("/loans", (ILoans loans) => loans.All());
app.MapGet("/loans/late", (ILoans loans) => loans.Late());
app.MapGet("/loans/latest", (ILoans loans) => loans.Latest());
app.MapGet("/loans/{id:int}", (int id, IQuerySession session) => session.Query<Loan>().SingleOrDefault(l => l.Id == id));
app.MapGet("/shelves", () => new[] { 2, 1 }.AsQueryable().OrderBy(s => s).ToList());
app.Run();

namespace Library
{
    public interface ILoans
    {
        List<Loan> All();
        Loan[] Late();
        List<Loan> Latest();
    }

    public class Loans(IDocumentSession session) : ILoans
    {
        public List<Loan> All() => session.Query<Loan>().ToList(); // finding SF2001 BLOCKER

        public Loan[] Late()
        {
            var late = session.Query<Loan>().Where(l => l.Due < DateTime.Today);
            return late.ToArray(); // finding SF2001 HIGH
        }

        public List<Loan> Latest() => session.Query<Loan>().OrderByDescending(l => l.Due).Take(20).ToList();
    }

    public class Loan
    {
        public int Id { get; set; }
        public DateTime Due { get; set; }
    }
}
