// A shop keeps the basket in the session; the cache in memory is registered as every tutorial does.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDistributedMemoryCache();
builder.Services.AddSession(options => options.IdleTimeout = TimeSpan.FromMinutes(20)); // finding SF1006 BLOCKER @high
builder.Services.AddScoped<Shop.IBaskets, Shop.SessionBaskets>();
builder.Services.AddHttpContextAccessor();

var app = builder.Build();
app.UseSession();
app.MapPost("/basket/{product:int}", (int product, Shop.IBaskets baskets) => baskets.Add(product));
app.MapGet("/basket", (Shop.IBaskets baskets) => baskets.All());
app.Run();

namespace Shop
{
    public interface IBaskets
    {
        void Add(int product);

        int[] All();
    }

    public class SessionBaskets(IHttpContextAccessor accessor) : IBaskets
    {
        private ISession Session => accessor.HttpContext!.Session;

        public void Add(int product) => Session.SetString("basket", string.Join(',', All().Append(product)));

        public int[] All() => Session.GetString("basket")?.Split(',').Select(int.Parse).ToArray() ?? [];
    }
}
