using Dashboard;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

// context rows.Plan=12
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<Db>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<IFigures, Figures>();
builder.Services.AddHostedService<Nightly>();
var app = builder.Build();
app.MapControllers();
app.MapGet("/count", (Db db) => db.Orders.CountAsync()); // finding SF2004
app.MapGet("/plans", (Db db) => db.Plans.CountAsync());
app.MapGet("/any", (Db db) => db.Orders.AnyAsync());
app.MapGet("/sum", (Db db) => db.Orders.Sum(o => o.Total)); // finding SF2004
app.MapGet("/average", (Db db) => db.Orders.Select(o => o.Total).AverageAsync()); // finding SF2004
app.MapGet("/last-id", (Db db) => db.Orders.MaxAsync(o => o.Id));
app.MapGet("/latest", (Db db) => db.Orders.Select(o => o.Created).MaxAsync());
app.MapGet("/dearest", (Db db) => db.Orders.MaxAsync(o => o.Total)); // finding SF2004: no index ends there
app.MapGet("/of/{customer}", (int customer, Db db) => db.Orders.Where(o => o.CustomerId == customer).CountAsync());
app.MapGet("/open", (Db db) => db.Orders.CountAsync(o => o.Open));
app.MapGet("/filtered", (Db db, bool open) => db.Orders.Where(o => o.Open == open).SumAsync(o => o.Total));
app.MapGet("/page", async (int page, Db db) =>
{
    var query = db.Orders.AsNoTracking().OrderBy(o => o.Id);
    var total = await query.CountAsync(); // finding SF2004
    return new { total, rows = await query.Skip(page * 20).Take(20).ToListAsync() };
});
app.MapGet("/few", (Db db) => db.Orders.OrderBy(o => o.Id).Take(50).SumAsync(o => o.Total));
app.MapGet("/memory", () => new[] { 1, 2, 3 }.Sum());
app.MapGet("/exists", (Db db) => db.Orders.Where(o => db.Customers.Count() > 3 && o.Id == 1).FirstOrDefaultAsync());
app.Run();
Console.WriteLine(Startup.Rows);

namespace Dashboard
{
    public static class Startup
    {
        public static int Rows;

        public static void Warm(Db db) => Rows = db.Orders.Count();
    }

    [Route("figures")]
    public class FiguresController(IFigures figures) : ControllerBase
    {
        [HttpGet]
        public async Task<IActionResult> Get() => Ok(await figures.AllAsync());

        [HttpGet("customer")]
        public async Task<int> OfCustomer(int id) => await figures.OfAsync(id);
    }

    public interface IFigures
    {
        Task<long> AllAsync();
        Task<int> OfAsync(int customer);
    }

    public class Figures(Db db) : IFigures
    {
        public async Task<long> AllAsync()
        {
            var orders = await Counted(db.Orders);
            var customers = await Counted(db.Customers);
            return orders + customers;
        }

        private static Task<long> Counted<T>(IQueryable<T> rows) => rows.LongCountAsync(); // finding SF2004: one place, two tables

        public Task<int> OfAsync(int customer)
        {
            IQueryable<Order> query = db.Orders;
            query = query.Where(o => o.CustomerId == customer);
            return query.CountAsync();
        }
    }

    public class Nightly(IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            Console.WriteLine(await db.Customers.CountAsync(stoppingToken)); // finding SF2004 LOW: in the background
        }
    }

    public class Db(DbContextOptions<Db> options) : DbContext(options)
    {
        public DbSet<Order> Orders => Set<Order>();
        public DbSet<Customer> Customers => Set<Customer>();
        public DbSet<Plan> Plans => Set<Plan>();

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Order>().HasIndex(o => o.Created);
    }

    public class Order
    {
        public int Id { get; set; }
        public int CustomerId { get; set; }
        public Customer? Customer { get; set; }
        public decimal Total { get; set; }
        public bool Open { get; set; }
        public DateTime Created { get; set; }
    }

    public class Customer
    {
        public int Id { get; set; }
    }

    public class Plan
    {
        public int Id { get; set; }
    }
}
