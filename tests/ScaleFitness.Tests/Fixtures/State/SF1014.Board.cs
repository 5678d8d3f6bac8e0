using Microsoft.AspNetCore.SignalR;

// Web sockets that fall back to polling need one instance for a connection; a backplane carries the rest.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSignalR().AddAzureSignalR();
var app = builder.Build();
app.MapHub<BoardHub>("/board");
app.Run();

public class BoardHub : Hub
{
    public Task Move(string move) => Clients.All.SendAsync("move", move);
}
