using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSignalR();
var app = builder.Build();
app.MapHub<ChatHub>("/chat");
app.Run();

public class ChatHub : Hub
{
    private static readonly ConcurrentDictionary<string, string> Connections = new();

    public override Task OnConnectedAsync()
    {
        Connections[Context.UserIdentifier!] = Context.ConnectionId;
        return base.OnConnectedAsync();
    }

    public Task Whisper(string user, string text) => Clients.Client(Connections[user]).SendAsync("whisper", text);
}
