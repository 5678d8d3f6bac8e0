using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSignalR().AddStackExchangeRedis("redis:6379");
builder.Services.AddSingleton<Presence>();
var app = builder.Build();
app.MapHub<ChatHub>("/chat");
app.Run();

public class Presence
{
    private readonly ConcurrentDictionary<string, string> _connections = new(); // finding SF1007

    public void Joined(string user, string connection) => _connections[connection] = user;
}

public class ChatHub(Presence presence) : Hub
{
    public override Task OnConnectedAsync()
    {
        presence.Joined(Context.UserIdentifier ?? "", Context.ConnectionId);
        return base.OnConnectedAsync();
    }
}
