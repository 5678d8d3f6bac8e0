using Microsoft.AspNetCore.SignalR;

// Typed clients, sent to from a service behind an interface; connections are kept as objects, under a lock, by a static service.
namespace Desk;

public interface IDeskClient
{
    Task Called(int ticket);
}

public record Counter(string Connection, int Number);

public static class Counters
{
    private static readonly List<Counter> Open = []; // finding SF1007 HIGH @high
    private static readonly object Gate = new();

    public static void Register(Counter counter)
    {
        lock (Gate)
            Open.Add(counter);
    }

    public static int Count => Open.Count;
}

public class DeskHub : Hub<IDeskClient>
{
    public void OpenCounter(int number)
    {
        void Register()
        {
            var counter = new Counter(Context.ConnectionId, number);
            Counters.Register(counter);
        }

        Register();
    }

    public Task Echo(int ticket) => Clients.Caller.Called(ticket);
}

public interface ICalls
{
    Task CallAsync(int ticket);
}

public class Calls(IHubContext<DeskHub, IDeskClient> hub) : ICalls
{
    public Task CallAsync(int ticket) => hub.Clients.All.Called(ticket);
}

public static class Setup
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSignalR(); // finding SF1007 HIGH @high
        builder.Services.AddScoped<ICalls, Calls>();
        var app = builder.Build();
        app.MapHub<DeskHub>("/desk");
        app.MapPost("/call/{ticket:int}", (int ticket, ICalls calls) => calls.CallAsync(ticket));
        return app;
    }

    public static void Main(string[] args) => Build(args).Run();
}
