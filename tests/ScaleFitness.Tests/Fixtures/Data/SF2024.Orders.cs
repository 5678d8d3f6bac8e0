using EfOrders;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<OrdersContext>(o => o.UseCosmos("AccountEndpoint=db", "orders"));
builder.Services.AddScoped<Search>();
var app = builder.Build();
app.MapGet("/orders/open", (OrdersContext db) => db.Orders.Where(o => o.State == "open").Take(20).ToListAsync()); // finding SF2024 HIGH
app.MapGet("/orders/count", (OrdersContext db) => db.Orders.CountAsync()); // finding SF2024 HIGH
app.MapGet("/orders/{id}", (OrdersContext db, string id) => db.Orders.FirstOrDefaultAsync(o => o.Id == id)); // finding SF2024 HIGH
app.MapGet("/customers/{customer}/orders", (OrdersContext db, string customer) => db.Orders.Where(o => o.Customer == customer && o.State == "open").ToListAsync());
app.MapGet("/customers/{customer}/orders/first", (OrdersContext db, string customer) => db.Orders.FirstOrDefaultAsync(o => o.Customer == customer));
app.MapGet("/customers/{customer}/named", (OrdersContext db, string customer) => db.Orders.WithPartitionKey(customer).Where(o => o.State == "open").ToListAsync());
app.MapGet("/notes", (OrdersContext db) => db.Notes.Take(5).ToListAsync());
app.MapGet("/search", (Search search, string customer) => search.Of(customer));
app.MapGet("/search/all", (Search search) => search.All());
app.Run();

namespace EfOrders
{
    public class Order
    {
        public string Id { get; set; } = "";
        public string Customer { get; set; } = "";
        public string State { get; set; } = "";
    }

    public class Note
    {
        public string Id { get; set; } = "";
    }

    public class OrdersContext(DbContextOptions<OrdersContext> options) : DbContext(options)
    {
        public DbSet<Order> Orders => Set<Order>();
        public DbSet<Note> Notes => Set<Note>();

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Order>().HasPartitionKey(o => o.Customer);
    }

    public class Search(OrdersContext db)
    {
        private IQueryable<Order> Of(IQueryable<Order> orders, string customer) => orders.Where(o => o.Customer == customer);

        public async Task<List<Order>> Of(string customer)
        {
            var query = Of(db.Orders, customer);
            query = query.Where(o => o.State != "closed");
            return await query.OrderBy(o => o.Id).Take(10).ToListAsync();
        }

        public async Task<bool> All()
        {
            var query = db.Orders.AsNoTracking();
            return await query.AnyAsync(o => o.State == "lost"); // finding SF2024 HIGH
        }
    }
}
