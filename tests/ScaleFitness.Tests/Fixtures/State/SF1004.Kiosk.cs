// composed
using Kiosk;
using Microsoft.EntityFrameworkCore;
using Scrutor;

var builder = WebApplication.CreateBuilder(args);
var services = builder.Services;
services.AddDbContext<Sales>(o => o.UseInMemoryDatabase("sales"));
services.AddDbContextFactory<Stock>(o => o.UseInMemoryDatabase("stock"));
services.AddLasting<Audit>(); // finding SF1004 BLOCKER: a helper of the app registers it so
services.AddScoped<Till>();
services.Scan(scan => scan.FromAssemblyOf<Till>().AddClasses(c => c.InNamespaces("Kiosk.Feeds")).AsSelf().WithSingletonLifetime());
if (builder.Environment.IsDevelopment())
    services.AddSingleton<Preview>();
var app = builder.Build();
app.MapGet("/", (Till till) => till.Total());
app.Run();

namespace Kiosk
{
    public static class Lasting
    {
        public static IServiceCollection AddLasting<T>(this IServiceCollection services)
            where T : DbContext => services.AddSingleton<T>();
    }

    public class Sale { public int Id { get; set; } public decimal Amount { get; set; } }
    public class Sales(DbContextOptions<Sales> options) : DbContext(options) { public DbSet<Sale> All => Set<Sale>(); }
    public class Stock(DbContextOptions<Stock> options) : DbContext(options);
    public class Audit : DbContext;

    public class Till(Sales sales) { public decimal Total() => sales.All.Sum(s => s.Amount); }

    // Not in Production.
    public class Preview(Sales sales) { public int Count() => sales.All.Count(); }
}

namespace Kiosk.Feeds
{
    public class Prices
    {
        private readonly Sales _sales;
        public Prices(Sales sales) => _sales = sales; // finding SF1004 BLOCKER: a scan made it a singleton
        public int Count() => _sales.All.Count();
    }

    public class Levels(IDbContextFactory<Stock> contexts) { public Stock Open() => contexts.CreateDbContext(); }
}
