using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSignalR().AddStackExchangeRedis("redis:6379");
var app = builder.Build();
app.MapHub<ChatHub>("/chat");
app.Run();

public class ChatHub : Hub
{
    private static readonly ConcurrentDictionary<string, string> Connections = new(); // finding SF1007

    public override Task OnConnectedAsync()
    {
        Connections[Context.UserIdentifier ?? ""] = Context.ConnectionId;
        return base.OnConnectedAsync();
    }
}
