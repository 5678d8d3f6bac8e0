// composed
using Microsoft.Azure.Cosmos;
using Microsoft.EntityFrameworkCore;

// Partition keys as the model has them, whoever puts them there; the provider is another one here, the annotation is Cosmos DB's.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<LedgerContext>(o => o.UseInMemoryDatabase("ledger"));
var app = builder.Build();
app.MapPost("/entries", (LedgerContext db) => db.Entries.Add(new Entry()).Entity.Id);
app.Run();

public enum Kind { In, Out }

public sealed class Entry
{
    public Entry() => Id = Guid.NewGuid(); // finding SF2019 HIGH: by the kind and the day

    public Guid Id { get; set; }
    public Kind Kind { get; set; }
    public DateOnly Day { get; set; }
}

public sealed class Account
{
    public Account() => Id = Guid.NewGuid();

    public Guid Id { get; set; }
    public Kind Kind { get; set; }
}

public sealed class Store(Container container)
{
    public Container Container { get; } = container;
}

public sealed class LedgerContext(DbContextOptions<LedgerContext> options) : DbContext(options)
{
    public DbSet<Entry> Entries => Set<Entry>();
    public DbSet<Account> Accounts => Set<Account>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        Partition<Entry>(model, "Kind", "Day");
        Partition<Account>(model, "Kind", "Id");
    }

    private static void Partition<T>(ModelBuilder model, params string[] names)
        where T : class =>
        model.Entity<T>().Metadata.SetAnnotation("Cosmos:PartitionKeyNames", names.ToList());
}
