using Exchange;
using Microsoft.Extensions.DependencyInjection.Extensions;

// From code alone.
var builder = WebApplication.CreateBuilder(args);
var services = builder.Services;
services.AddSingleton<IOrders, OrderBook>(); // finding SF1018 MEDIUM @medium
services.AddSingleton<IQuotes, OrderBook>();
services.AddSingleton<ICount, Count>();
if (args.Length > 0)
    services.AddSingleton<Count>();
services.TryAddSingleton<Tally>();
services.TryAddSingleton<ITally, Tally>();
var app = builder.Build();
app.MapPost("/", (IOrders orders, IQuotes quotes, ICount count, Count own, ITally tally, Tally mine) =>
{
    orders.Add("1");
    count.Up();
    tally.Up();
    return $"{quotes.Count}{own}{mine}";
});
app.Run();

namespace Exchange
{
    public interface IOrders { void Add(string order); }
    public interface IQuotes { int Count { get; } }
    public class OrderBook : IOrders, IQuotes
    {
        private readonly List<string> _orders = [];
        public void Add(string order) => _orders.Add(order);
        public int Count => _orders.Count;
    }

    public interface ICount { void Up(); }
    public class Count : ICount
    {
        private int _count;
        public void Up() => _count++;
    }

    public interface ITally { void Up(); }
    public class Tally : ITally
    {
        private int _count;
        public void Up() => _count++;
    }
}
