using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSignalR();
builder.Services.AddSingleton<ConnectionMap>();
var app = builder.Build();
app.MapHub<ChatHub>("/chat");
app.Run();

public class ConnectionMap
{
    private readonly ConcurrentDictionary<string, string> _connections = new();

    public void Add(string user, string connection) => _connections[user] = connection;

    public string Of(string user) => _connections[user];
}

public class ChatHub(ConnectionMap connections) : Hub
{
    public override Task OnConnectedAsync()
    {
        connections.Add(Context.UserIdentifier!, Context.ConnectionId);
        return base.OnConnectedAsync();
    }

    public Task Whisper(string user, string text) => Clients.Client(connections.Of(user)).SendAsync("whisper", text);
}
