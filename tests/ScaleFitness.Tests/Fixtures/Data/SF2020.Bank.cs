using System.ComponentModel.DataAnnotations;
using Bank;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<BankDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<ICards, Cards>();
var app = builder.Build();
app.MapControllers();
app.MapPost("/accounts/{id}/deposit", async (int id, decimal amount, BankDb db) =>
{
    var account = await db.Accounts.SingleAsync(a => a.Id == id);
    account.Balance += amount; // finding SF2020 LOW
    db.Entries.Add(new Entry { AccountId = id, Amount = amount });
    await db.SaveChangesAsync();
});
app.MapPost("/accounts/{id}/close", async (int id, BankDb db) =>
{
    var account = await db.Accounts.FindAsync(id);
    account!.Closed = true;
    await db.SaveChangesAsync();
});
app.MapPost("/loans/{id}", async (int id, decimal rate, BankDb db) =>
{
    var loan = await db.Loans.SingleAsync(l => l.Id == id);
    loan.Rate = rate;
    await db.SaveChangesAsync();
});
app.MapPost("/deposits/{id}", async (int id, decimal rate, BankDb db) =>
{
    var deposit = await db.Deposits.SingleAsync(l => l.Id == id);
    deposit.Rate = rate;
    await db.SaveChangesAsync();
});
app.MapPost("/limits/{id}", (int id, BankDb db) => db.Limits.Where(l => l.Id == id).ExecuteUpdateAsync(s => s.SetProperty(l => l.Amount, l => l.Amount + 1)));
app.MapPost("/branches/close", async (string town, BankDb db) =>
{
    foreach (var branch in await db.Branches.Where(b => b.Town == town).ToListAsync())
        branch.Open = false;
    await db.SaveChangesAsync();
});
app.MapPost("/entries/made", async (decimal amount, BankDb db) =>
{
    var entry = Entry.Of(amount);
    entry.AccountId = 1;
    db.Add(entry);
    await db.SaveChangesAsync();
});
app.MapPost("/entries", async (BankDb db) =>
{
    var entry = new Entry();
    entry.Amount = 3;
    db.Add(entry);
    await db.SaveChangesAsync();
});
app.MapGet("/limits/{id}", async (int id, BankDb db) =>
{
    var limit = await db.Limits.AsNoTracking().SingleAsync(l => l.Id == id);
    limit.Amount = Math.Round(limit.Amount);
    return limit;
});
app.Run();

namespace Bank
{
    [Route("cards")]
    public class CardsController(ICards cards) : ControllerBase
    {
        [HttpPost("{id}/block")]
        public Task Block(int id) => cards.BlockAsync(id);
    }

    public interface ICards
    {
        Task BlockAsync(int id);
    }

    public class Cards(BankDb db) : ICards
    {
        public async Task BlockAsync(int id)
        {
            var card = await db.Cards.FirstAsync(c => c.Id == id);
            card.Block(); // finding SF2020 LOW: the entity changes itself
            await db.SaveChangesAsync();
        }
    }

    public class BankDb(DbContextOptions<BankDb> options) : DbContext(options)
    {
        public DbSet<Account> Accounts => Set<Account>();
        public DbSet<Card> Cards => Set<Card>();
        public DbSet<Entry> Entries => Set<Entry>();
        public DbSet<Loan> Loans => Set<Loan>();
        public DbSet<Deposit> Deposits => Set<Deposit>();
        public DbSet<Limit> Limits => Set<Limit>();
        public DbSet<Branch> Branches => Set<Branch>();

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Deposit>().Property(d => d.Rate).IsConcurrencyToken();
    }

    public class Account
    {
        public int Id { get; set; }
        public decimal Balance { get; set; }
        public bool Closed { get; set; }
    }

    public class Branch
    {
        public int Id { get; set; }
        public string Town { get; set; } = "";
        public bool Open { get; set; }
    }

    public class Card
    {
        public int Id { get; private set; }
        public bool Blocked { get; private set; }

        public void Block() => Blocked = true;
    }

    public class Entry
    {
        public int Id { get; set; }
        public int AccountId { get; set; }

        public static Entry Of(decimal amount) => new() { Amount = amount };

        public decimal Amount { get; set; }
    }

    public abstract class Versioned
    {
        [Timestamp]
        public byte[] Version { get; set; } = [];
    }

    public class Loan : Versioned
    {
        public int Id { get; set; }
        public decimal Rate { get; set; }
    }

    public class Deposit
    {
        public int Id { get; set; }
        public decimal Rate { get; set; }
    }

    public class Limit
    {
        public int Id { get; set; }
        public decimal Amount { get; set; }
    }
}
