using Microsoft.AspNetCore.SignalR;

// The Azure service holds the connections; on a developer's machine the instance does.
var builder = WebApplication.CreateBuilder(args);
var signalR = builder.Services.AddSignalR();
if (builder.Configuration["Azure:SignalR:ConnectionString"] is { Length: > 0 } connection)
    signalR.AddAzureSignalR(connection);
var app = builder.Build();
app.MapHub<Board.BoardHub>("/board");
app.MapPost("/moves", (IHubContext<Board.BoardHub> hub, string move) => hub.Clients.All.SendAsync("move", move));
app.Run();

namespace Board
{
    public class BoardHub : Hub
    {
        public Task Move(string move) => Clients.All.SendAsync("move", move);
    }
}
