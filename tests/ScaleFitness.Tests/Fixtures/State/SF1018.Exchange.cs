// composed
using Exchange;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
var services = builder.Services;
services.AddSingleton<IOrders, OrderBook>(); // finding SF1018 MEDIUM: two books
services.AddSingleton<IQuotes, OrderBook>();
services.AddSingleton<Feed>(); // finding SF1018 MEDIUM: the one that runs is another
services.AddHostedService<Feed>();
services.AddScoped<ICaller, Caller>(); // finding SF1018 MEDIUM: what is set on the one, the other does not have
services.AddScoped<ICallerSetter, Caller>();
services.AddSingleton<IWatch, Watch>(); // finding SF1018 MEDIUM: of different lifetimes
services.AddScoped<Watch>();

services.AddDbContext<Trades>(o => o.UseInMemoryDatabase("trades")); // finding SF1018 MEDIUM: what is added to the one, the other does not save
services.AddScoped<ITrades, Trades>();
services.AddDbContext<Quotes>(o => o.UseInMemoryDatabase("quotes"));
services.AddScoped<IQuoteStore>(sp => sp.GetRequiredService<Quotes>());

services.AddSingleton<Connection>();
services.AddScoped<ISender>(sp => sp.GetRequiredService<Connection>()); // finding SF1018 MEDIUM: the first request ends it
services.AddTransient<IReceiver>(Receivers.Of); // finding SF1018 MEDIUM: a method group, and transient

// One object, handed out.
services.AddSingleton<Ledger>();
services.AddSingleton<IDebit>(sp => sp.GetRequiredService<Ledger>());
services.AddSingleton<ICredit>(sp => sp.GetRequiredService<Ledger>());
services.AddSingleton<Clerk>();
services.AddHostedService(sp => sp.GetRequiredService<Clerk>());
// Nothing that one of them could miss.
services.AddSingleton<IRound, Rules>();
services.AddSingleton<ICut, Rules>();
services.AddSingleton<ILazy, Lazily>();
services.AddSingleton<Lazily>();
// Only one is ever taken.
services.AddSingleton<IBoard, Board>();
services.AddSingleton<Board>();
// Under keys, and new for everybody.
services.AddKeyedSingleton<ITape, Tape>("a");
services.AddKeyedSingleton<ITape, Tape>("b");
services.AddTransient<IPen, Pen>();
services.AddTransient<IMark, Pen>();
// Not disposable, emptily so, of the same scope, or made anew.
services.AddSingleton<Prices>();
services.AddScoped<IPrices>(sp => sp.GetRequiredService<Prices>());
services.AddSingleton<Quiet>();
services.AddScoped<IQuiet>(sp => sp.GetRequiredService<Quiet>());
services.AddScoped<Desk>();
services.AddScoped<IDesk>(sp => sp.GetRequiredService<Desk>());
services.AddScoped<IWrapped>(sp => new Wrapped(sp.GetRequiredService<Connection>()));

var app = builder.Build();
app.MapPost("/orders", (IOrders orders, IQuotes quotes, Feed feed, ICaller caller, ICallerSetter setter, IWatch watch, Watch own) =>
{
    orders.Add("1");
    setter.Name = "x";
    watch.Start();
    return $"{quotes.Count}{feed.Last}{caller.Name}{own}";
});
app.MapGet("/send", (ISender sender, IReceiver receiver, IWrapped wrapped) => $"{sender}{receiver}{wrapped}");
app.MapGet("/ledger", (IDebit debit, ICredit credit, Clerk clerk, IRound round, ICut cut, ILazy lazy, Lazily own) => $"{debit}{credit}{clerk}{round}{cut}{lazy}{own}");
app.MapGet("/rest", (IBoard board, IPen pen, IMark mark, IPrices prices, IQuiet quiet, IDesk desk, Desk own) => $"{board}{pen}{mark}{prices}{quiet}{desk}{own}");
app.MapGet("/trades", (Trades trades, ITrades unit, Quotes quotes, IQuoteStore store) => $"{trades}{unit}{quotes}{store}");
app.MapGet("/tapes", ([FromKeyedServices("a")] ITape a, [FromKeyedServices("b")] ITape b) => $"{a}{b}");
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

    public class Feed : BackgroundService
    {
        public DateTime Last { get; private set; }

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                Last = DateTime.UtcNow;
                await Task.Delay(1000, stoppingToken);
            }
        }
    }

    public interface ICaller { string? Name { get; } }
    public interface ICallerSetter { string? Name { set; } }
    public class Caller : ICaller, ICallerSetter { public string? Name { get; set; } }
    public interface IWatch { void Start(); }
    public class Watch : IWatch
    {
        private int _started;
        public void Start() => _started++;
        public override string ToString() => $"{_started}";
    }

    public interface ITrades;
    public class Trades(DbContextOptions<Trades> options) : DbContext(options), ITrades;
    public interface IQuoteStore;
    public class Quotes(DbContextOptions<Quotes> options) : DbContext(options), IQuoteStore;

    public interface ISender;
    public interface IReceiver;
    public sealed class Connection : ISender, IReceiver, IDisposable
    {
        private readonly MemoryStream _stream = new();
        public void Dispose() => _stream.Dispose();
    }

    public static class Receivers { public static IReceiver Of(IServiceProvider provider) => provider.GetRequiredService<Connection>(); }

    public interface IDebit;
    public interface ICredit;
    public class Ledger : IDebit, ICredit
    {
        private int _entries;
        public void Enter() => _entries++;
    }

    public class Clerk : BackgroundService
    {
        private int _rounds;
        protected override Task ExecuteAsync(CancellationToken stoppingToken) { _rounds++; return Task.CompletedTask; }
    }

    public interface IRound;
    public interface ICut;
    public class Rules : IRound, ICut { public decimal Round(decimal amount) => Math.Round(amount); }
    public interface ILazy;
    public class Lazily : ILazy
    {
        private string? _text;
        public string Text => _text ??= "text";
    }

    public interface IBoard;
    public class Board : IBoard
    {
        private int _posts;
        public void Post() => _posts++;
    }

    public interface ITape;
    public class Tape : ITape
    {
        private int _at;
        public void Run() => _at++;
    }

    public interface IPen;
    public interface IMark;
    public class Pen : IPen, IMark
    {
        private int _used;
        public void Use() => _used++;
    }

    public interface IPrices;
    public class Prices : IPrices;
    public interface IQuiet;
    public class Quiet : IQuiet, IDisposable { public void Dispose() => GC.SuppressFinalize(this); }
    public interface IDesk;
    public class Desk : IDesk, IDisposable { public void Dispose() => Console.WriteLine("closed"); }
    public interface IWrapped;
    public class Wrapped(Connection connection) : IWrapped { public override string ToString() => connection.ToString()!; }
}
